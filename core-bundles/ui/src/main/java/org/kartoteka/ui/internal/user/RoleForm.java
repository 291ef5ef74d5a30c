package org.kartoteka.ui.internal.user;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kartoteka.platform.api.security.PermissionView;
import org.kartoteka.platform.api.security.RoleView;
import org.kartoteka.platform.api.security.StandardRole;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.AskDialog;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.StatusPill;
import org.kartoteka.ui.internal.record.ActionButton;

/** What a role allows, by feature. */
final class RoleForm extends RecordForm {

  private final transient Workspace workspace;
  private final transient UserWords words;
  private transient Runnable removed = () -> {};
  private final transient Map<String, CheckboxGroup<PermissionView>> groups = new LinkedHashMap<>();

  RoleForm(UserDesk desk, Workspace workspace, RoleView role, Runnable saved) {
    super("role-permissions");
    this.workspace = workspace;
    words = new UserWords(workspace);
    boolean all = role.name().equals(StandardRole.ADMINISTRATOR.name());
    Span kind =
        new Span(workspace.text(role.standard() ? "ui.users.role.standard" : "ui.users.role.own"));
    kind.addClassName("kt-muted");
    Div heading = new Div(new H2(words.role(role.name())), kind);
    heading.addClassName("kt-feature-heading");
    place(heading);
    if (all) {
      Div note = new Div(workspace.text("security.role.administrator"));
      note.addClassName("kt-notice");
      place(note);
    }
    group("ui.users.scope");
    Paragraph explanation = new Paragraph(workspace.text("ui.users.scope.explanation"));
    explanation.addClassName("kt-muted");
    place(explanation);
    ScopeInputs scopes = new ScopeInputs(this, desk, workspace, role.scopes(), all);
    group("ui.users.permissions");
    Map<String, List<PermissionView>> byFeature =
        desk.directory().permissions().stream()
            .collect(
                Collectors.groupingBy(
                    PermissionView::feature, LinkedHashMap::new, Collectors.toList()));
    byFeature.forEach(
        (feature, permissions) -> add(desk, feature, permissions, role.permissions(), all));
    Div buttons = (Div) takeButtons();
    buttons.setVisible(!all);
    add(buttons);
    if (!role.standard()) {
      place(
          new ActionButton(
              "role-remove",
              workspace.text("ui.users.role.remove"),
              "vaadin:trash",
              () -> remove(desk, role)));
    }
    unchanged();
    onLeave(saved);
    onSave(
        () -> {
          desk.directory()
              .saveRole(new RoleView(role.name(), role.standard(), granted(role), scopes.grants()));
          unchanged();
          workspace.done(workspace.text("ui.users.role.saved", words.role(role.name())));
          saved.run();
        });
  }

  /** What to do when the role is gone. */
  void onRemove(Runnable action) {
    removed = action;
  }

  private void remove(UserDesk desk, RoleView role) {
    String name = words.role(role.name());
    new AskDialog(
            "role-remove-ask",
            workspace.text("ui.users.role.remove"),
            workspace.text("ui.users.role.remove.explanation", name),
            workspace.text("ui.users.remove.verb"),
            () -> {
              desk.directory().removeRole(role.name());
              workspace.done(workspace.text("ui.users.role.removed", name));
              unchanged();
              removed.run();
            })
        .open();
  }

  private void add(
      UserDesk desk,
      String feature,
      List<PermissionView> permissions,
      List<String> granted,
      boolean all) {
    CheckboxGroup<PermissionView> group =
        known("permissions." + feature, "ui.users.permissions", new CheckboxGroup<>());
    group.setLabel(desk.featureTitle(feature, workspace));
    group.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
    group.setItems(permissions);
    group.setItemLabelGenerator(one -> words.permission(one.name()));
    group.setValue(
        permissions.stream()
            .filter(one -> all || granted.contains(one.name()))
            .collect(Collectors.toCollection(LinkedHashSet::new)));
    group.setItemEnabledProvider(one -> granted.contains(one.name()) || workspace.may(one.name()));
    group.setReadOnly(all);
    groups.put(feature, group);
    Div box = new Div(group);
    box.addClassName("kt-permissions");
    if (permissions.stream().allMatch(PermissionView::resting)) {
      StatusPill resting = new StatusPill(workspace.text("ui.users.resting"), StatusPill.Tone.WARN);
      resting.setTitle(workspace.text("ui.users.resting.why"));
      box.add(resting);
    }
    place(box);
    unchanged();
  }

  /** What is ticked, and what was granted of permissions that are not shown. */
  private List<String> granted(RoleView role) {
    Set<String> shown =
        groups.values().stream()
            .flatMap(group -> group.getListDataView().getItems())
            .map(PermissionView::name)
            .collect(Collectors.toSet());
    Set<String> granted = new TreeSet<>(role.permissions());
    granted.removeAll(shown);
    groups.values().stream()
        .flatMap(group -> group.getValue().stream())
        .forEach(one -> granted.add(one.name()));
    return List.copyOf(granted);
  }
}
