package org.kartoteka.commissions.internal.ui;

import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.kartoteka.commissions.PeriodKind;
import org.kartoteka.commissions.SettleStatements;
import org.kartoteka.commissions.StatementView;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;
import org.kartoteka.ui.api.component.UserPicker;

/** Which period is settled, and for whom. */
final class SettleForm extends RecordForm {

  private final Select<PeriodKind> kind;
  private final DateField day = new DateField();
  private final UserPicker person;

  private SettleForm(Desk desk, Workspace workspace) {
    super("settle-form");
    kind = new Words(desk, workspace).select(PeriodKind.class);
    person = new UserPicker(desk.users());
    field("periodKind", "commissions.settle.kind", kind);
    field("day", "commissions.settle.day", day);
    field("persons", "commissions.settle.person", person);
    kind.setValue(PeriodKind.MONTH);
    day.setValue(workspace.formats().today().withDayOfMonth(1).minusDays(1));
  }

  static void open(Desk desk, Workspace workspace, Runnable afterwards) {
    SettleForm form = new SettleForm(desk, workspace);
    form.saveButton().setText(workspace.text("commissions.settle"));
    SidePanel panel =
        SidePanel.open("settle-panel", workspace.text("commissions.settle.title"), form);
    form.onSave(
        () -> {
          List<StatementView> made =
              desk.statements()
                  .settle(
                      new SettleStatements(
                          form.kind.getValue(),
                          form.day.getValue(),
                          form.person.getValue() == null
                              ? List.of()
                              : List.of(form.person.getValue())));
          panel.close();
          workspace.done(
              made.isEmpty()
                  ? workspace.text(
                      "commissions.settled.nothing",
                      workspace
                          .formats()
                          .date(form.kind.getValue().of(form.day.getValue()).until()))
                  : workspace.text("commissions.settled", made.size()));
          afterwards.run();
        });
  }
}
