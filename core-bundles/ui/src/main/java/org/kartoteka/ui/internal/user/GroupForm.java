package org.kartoteka.ui.internal.user;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.security.GroupData;
import org.kartoteka.platform.api.security.GroupView;
import org.kartoteka.platform.api.security.StandardRole;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;

/** A group's form. */
final class GroupForm extends RecordForm {

  private final TextField name;
  private final TextArea description;
  private final CheckboxGroup<String> roles;
  private final MultiSelectComboBox<UserId> members;

  private GroupForm(UserDesk desk, UserWords words, List<String> rolesBefore) {
    super("group-form");
    name = field("name", "ui.users.group.name", new TextField());
    name.setRequiredIndicatorVisible(true);
    description = field("description", "ui.users.group.description", new TextArea());
    members = field("members", "ui.users.group.members", new MultiSelectComboBox<>());
    Map<UserId, String> users = new LinkedHashMap<>();
    desk.directory().users().forEach(user -> users.put(user.id(), user.fullName()));
    members.setItems(users.keySet());
    members.setItemLabelGenerator(id -> users.getOrDefault(id, ""));
    roles =
        field(
            "roles",
            "ui.users.group.roles",
            desk.rolePicker(
                words,
                role -> !role.equals(StandardRole.ADMINISTRATOR.name()),
                Set.copyOf(rolesBefore)));
  }

  /** Adds a group. */
  static void add(UserDesk desk, Workspace workspace, Runnable saved) {
    open(desk, workspace, null, saved);
  }

  /** Changes a group. */
  static void change(UserDesk desk, Workspace workspace, GroupView group, Runnable saved) {
    open(desk, workspace, group, saved);
  }

  private static void open(UserDesk desk, Workspace workspace, GroupView group, Runnable saved) {
    GroupForm form =
        new GroupForm(desk, new UserWords(workspace), group == null ? List.of() : group.roles());
    if (group != null) {
      form.show(group);
    }
    SidePanel panel =
        new SidePanel(group == null ? workspace.text("ui.users.group.new") : group.name(), form);
    panel.setId("group-dialog");
    form.onSave(
        () -> {
          GroupView after =
              group == null
                  ? desk.groups().add(form.data())
                  : desk.groups()
                      .change(group.id(), ExpectedRevision.of(group.revision()), form.data());
          form.unchanged();
          panel.close();
          workspace.done(workspace.text("ui.users.group.saved", after.name()));
          saved.run();
        });
    panel.open();
  }

  private void show(GroupView group) {
    name.setValue(group.name());
    description.setValue(group.description() == null ? "" : group.description());
    roles.setValue(new LinkedHashSet<>(group.roles()));
    members.setValue(new LinkedHashSet<>(group.members()));
    unchanged();
  }

  private GroupData data() {
    return new GroupData(
        name.getValue(),
        description.getValue(),
        roles.getValue().stream().sorted().toList(),
        List.copyOf(members.getValue()));
  }
}
