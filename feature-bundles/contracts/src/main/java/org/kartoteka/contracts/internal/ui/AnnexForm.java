package org.kartoteka.contracts.internal.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import org.kartoteka.contracts.AnnexData;
import org.kartoteka.contracts.CodeList;
import org.kartoteka.contracts.ContractView;
import org.kartoteka.contracts.TermsView;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;
import org.kartoteka.ui.api.component.UserPicker;

/** An annex: all that is to hold from a day on. */
final class AnnexForm extends RecordForm {

  private final TextField number = Fields.line(100);
  private final TextField subject = Fields.line(300);
  private final DateField signed = new DateField();
  private final DateField effective = new DateField();
  private final DateField ends = new DateField();
  private final IntegerField notice = new IntegerField();
  private final IntegerField renewal = new IntegerField();
  private final ComboBox<String> packages;
  private final UserPicker salesperson;
  private final ComboBox<BranchId> branch;
  private final LinesField lines;

  private AnnexForm(ContractDesk desk, Workspace workspace, ContractView contract) {
    super("annex-form");
    Words words = new Words(desk, workspace);
    packages = words.codes(CodeList.PACKAGE, contract.packageType());
    salesperson = new UserPicker(desk.users());
    branch = words.branches();
    lines = new LinesField("annex-lines", workspace);
    known("signedOn", "contracts.field.signedOn", signed);
    known("effectiveOn", "contracts.annex.effectiveOn", effective);
    row(signed, effective);
    known("number", "contracts.annex.number", number);
    known("subject", "contracts.field.subject", subject);
    row(number, subject);
    field("endsOn", "contracts.field.endsOn", ends);
    known("noticeMonths", "contracts.field.noticeMonths", notice);
    known("renewalMonths", "contracts.field.renewalMonths", renewal);
    row(notice, renewal);
    field("packageType", "contracts.field.packageType", packages);
    known("salespersonId", "contracts.field.salespersonId", salesperson);
    known("branchId", "contracts.field.branchId", branch);
    row(salesperson, branch);
    field("lines", "contracts.annex.lines", lines);
    effective.setRequiredIndicatorVisible(true);
    signed.setValue(workspace.formats().today());
    effective.setValue(workspace.formats().today());
    ends.setValue(contract.endsOn());
    notice.setValue(contract.noticeMonths());
    renewal.setValue(contract.renewalMonths());
    show(desk.contracts().terms(contract.id(), effective.getValue()));
    effective.addValueChangeListener(
        event -> {
          if (event.isFromClient() && event.getValue() != null) {
            show(desk.contracts().terms(contract.id(), event.getValue()));
          }
        });
  }

  private void show(TermsView terms) {
    packages.setValue(terms.packageType());
    salesperson.setValue(terms.salespersonId());
    branch.setValue(terms.branchId());
    lines.setValue(terms.lines());
  }

  private AnnexData read() {
    return new AnnexData(
        Fields.text(number),
        Fields.text(subject),
        signed.getValue(),
        effective.getValue(),
        ends.getValue(),
        notice.getValue(),
        renewal.getValue(),
        packages.getValue(),
        salesperson.getValue(),
        branch.getValue(),
        lines.getValue());
  }

  /** Records an annex. */
  static void add(
      ContractDesk desk, Workspace workspace, ContractView contract, Runnable afterwards) {
    AnnexForm form = new AnnexForm(desk, workspace, contract);
    SidePanel panel =
        SidePanel.open(
            "annex-panel", workspace.text("contracts.annex.new", contract.number()), form);
    form.onSave(
        () -> {
          desk.annexes()
              .annex(contract.id(), ExpectedRevision.of(contract.revision()), form.read());
          panel.close();
          workspace.done(workspace.text("contracts.annex.added"));
          afterwards.run();
        });
  }
}
