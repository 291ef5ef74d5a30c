package org.kartoteka.ui.internal.party;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.register.RegisterData;
import org.kartoteka.core.api.register.RegisterView;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;
import org.kartoteka.ui.internal.desk.PartyDesk;

/** Makes the filter of the list the rule of a register: a new one, or one that has a rule. */
final class SaveAsRegister {

  private SaveAsRegister() {}

  static void open(PartyDesk desk, Workspace workspace, PartyQuery rule, Runnable saved) {
    RecordForm form = new RecordForm("rule-form");
    Span why = new Span(workspace.text("ui.rule.why"));
    why.addClassName("kt-muted");
    form.place(why);
    TextField name = form.field("name", "register.name", new TextField());
    ComboBox<RegisterView> existing = form.field("existing", "ui.rule.existing", new ComboBox<>());
    existing.setItems(
        desk.registers().choices().stream()
            .filter(RegisterView::byRule)
            .filter(register -> !register.id().equals(rule.register()))
            .toList());
    existing.setItemLabelGenerator(RegisterView::name);
    existing.setClearButtonVisible(true);
    existing.setVisible(existing.getListDataView().getItemCount() > 0);
    existing.addValueChangeListener(event -> name.setEnabled(event.getValue() == null));
    SidePanel panel = new SidePanel(workspace.text("ui.rule.title"), form);
    panel.setId("rule-panel");
    form.onSave(
        () -> {
          RegisterView chosen = existing.getValue();
          RegisterView register =
              chosen == null
                  ? desk.registers().define(new RegisterData(name.getValue(), null, rule))
                  : desk.registers()
                      .change(
                          chosen.id(),
                          ExpectedRevision.of(chosen.revision()),
                          new RegisterData(chosen.name(), chosen.description(), rule));
          form.unchanged();
          panel.close();
          saved.run();
          workspace.done(
              workspace.text(
                  "ui.rule.saved",
                  register.name(),
                  workspace.formats().number(register.size() == null ? 0 : register.size())));
        });
    panel.open();
  }
}
