package org.kartoteka.ui.internal.register;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.register.RegisterData;
import org.kartoteka.core.api.register.RegisterView;
import org.kartoteka.core.api.register.Registers;
import org.kartoteka.ui.api.AddressState;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.CarefulSave;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;

/** A register's form. */
final class RegisterForm extends RecordForm {

  private final TextField name;
  private final TextArea description;
  private transient PartyQuery rule;

  private RegisterForm() {
    super("register-form");
    name = field("name", "register.name", new TextField());
    name.setRequiredIndicatorVisible(true);
    description = field("description", "register.description", new TextArea());
    description.setMinRows(3);
  }

  /** Defines a register. */
  static void define(Registers registers, Workspace workspace, Runnable saved) {
    RegisterForm form = new RegisterForm();
    SidePanel panel = new SidePanel(workspace.text("ui.registers.new"), form);
    panel.setId("register-dialog");
    form.onSave(
        () -> {
          RegisterView register = registers.define(form.data());
          form.saved(panel, saved);
          workspace.done(workspace.text("ui.registers.saved", register.name()));
        });
    panel.open();
  }

  /** Changes a register. */
  static void change(
      Registers registers, Workspace workspace, RegisterView register, Runnable saved) {
    RegisterForm form = new RegisterForm();
    form.rule = register.filter();
    if (form.rule != null) {
      AddressState list = AddressState.of(lists(form.rule.fields()));
      Anchor show = new Anchor(list.at("parties"), workspace.text("ui.rule.show"));
      show.setId("register-rule");
      show.getElement().setAttribute("router-link", true);
      form.place(show);
    }
    form.name.setValue(register.name());
    form.description.setValue(register.description() == null ? "" : register.description());
    form.unchanged();
    SidePanel panel = new SidePanel(register.name(), form);
    panel.setId("register-dialog");
    CarefulSave<RegisterView, RegisterData> saving =
        new CarefulSave<>(
            RegisterData.class,
            RegisterView::data,
            (read, revision, data) -> registers.change(read.id(), revision, data),
            read -> registers.get(read.id()),
            field -> workspace.text("register." + field));
    form.onSave(() -> saving.save(register, form.data(), after -> form.saved(panel, saved)));
    panel.open();
  }

  private static Map<String, List<String>> lists(Map<String, Object> fields) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    fields.forEach(
        (name, value) ->
            lists.put(
                name.equals("query") ? "q" : name,
                value instanceof Collection<?> many
                    ? many.stream().map(Object::toString).toList()
                    : List.of(value.toString())));
    return lists;
  }

  private void saved(SidePanel panel, Runnable afterwards) {
    unchanged();
    panel.close();
    afterwards.run();
  }

  private RegisterData data() {
    return new RegisterData(
        name.getValue(), description.getValue().isBlank() ? null : description.getValue(), rule);
  }
}
