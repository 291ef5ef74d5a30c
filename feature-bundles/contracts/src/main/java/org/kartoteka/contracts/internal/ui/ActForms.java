package org.kartoteka.contracts.internal.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import org.kartoteka.contracts.CodeList;
import org.kartoteka.contracts.ContractView;
import org.kartoteka.contracts.TerminateContract;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;

/** The short forms of acts on a contract: signature, renewal, end and its withdrawal. */
final class ActForms {

  private final ContractDesk desk;
  private final Workspace workspace;
  private final ContractView contract;
  private final Runnable afterwards;

  ActForms(ContractDesk desk, Workspace workspace, ContractView contract, Runnable afterwards) {
    this.desk = desk;
    this.workspace = workspace;
    this.contract = contract;
    this.afterwards = afterwards;
  }

  void sign() {
    RecordForm form = new RecordForm("sign-form");
    DateField day = form.field("signedOn", "contracts.field.signedOn", new DateField());
    day.setValue(workspace.formats().today());
    open("sign", form, () -> desk.contracts().sign(contract.id(), revision(), day.getValue()));
  }

  void renew() {
    RecordForm form = new RecordForm("renew-form");
    DateField day = form.field("endsOn", "contracts.renew.endsOn", new DateField());
    if (contract.renewalMonths() != null) {
      day.setValue(contract.endsOn().plusDays(1).plusMonths(contract.renewalMonths()).minusDays(1));
    }
    open("renew", form, () -> desk.contracts().renew(contract.id(), revision(), day.getValue()));
  }

  void terminate() {
    RecordForm form = new RecordForm("terminate-form");
    DateField declared =
        form.field("declaredOn", "contracts.terminate.declaredOn", new DateField());
    DateField ends = form.field("endsOn", "contracts.terminate.endsOn", new DateField());
    ComboBox<String> reason =
        form.field(
            "reason",
            "contracts.terminate.reason",
            new Words(desk, workspace).codes(CodeList.TERMINATION_REASON, null));
    TextArea note = form.field("note", "contracts.field.note", Fields.lines());
    reason.setRequiredIndicatorVisible(true);
    ends.setRequiredIndicatorVisible(true);
    declared.setValue(workspace.formats().today());
    ends.setValue(desk.contracts().earliestEnd(contract.id(), workspace.formats().today()));
    declared.addValueChangeListener(
        event -> {
          if (event.isFromClient() && event.getValue() != null) {
            ends.setValue(desk.contracts().earliestEnd(contract.id(), event.getValue()));
          }
        });
    open(
        "terminate",
        form,
        () ->
            desk.contracts()
                .terminate(
                    contract.id(),
                    revision(),
                    new TerminateContract(
                        declared.getValue(),
                        ends.getValue(),
                        reason.getValue(),
                        Fields.text(note))));
  }

  void withdraw() {
    RecordForm form = new RecordForm("withdraw-form");
    TextArea reason = form.field("reason", "contracts.field.withdrawalReason", Fields.lines());
    reason.setRequiredIndicatorVisible(true);
    open(
        "withdraw",
        form,
        () -> desk.contracts().withdrawTermination(contract.id(), revision(), Fields.text(reason)));
  }

  private ExpectedRevision revision() {
    return ExpectedRevision.of(contract.revision());
  }

  private void open(String act, RecordForm form, Runnable doing) {
    SidePanel panel =
        SidePanel.open(
            act + "-panel", workspace.text("contracts." + act + ".title", contract.number()), form);
    form.saveButton().setText(workspace.text("contracts." + act));
    form.onSave(
        () -> {
          doing.run();
          panel.close();
          workspace.done(workspace.text("contracts." + act + ".done", contract.number()));
          afterwards.run();
        });
  }
}
