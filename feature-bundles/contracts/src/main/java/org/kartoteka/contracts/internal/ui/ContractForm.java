package org.kartoteka.contracts.internal.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Consumer;
import org.kartoteka.contracts.CodeList;
import org.kartoteka.contracts.ContractData;
import org.kartoteka.contracts.ContractState;
import org.kartoteka.contracts.ContractTypeView;
import org.kartoteka.contracts.ContractView;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.CarefulSave;
import org.kartoteka.ui.api.component.CurrencyPicker;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.PartyPicker;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.RemoveButton;
import org.kartoteka.ui.api.component.SidePanel;
import org.kartoteka.ui.api.component.UserPicker;

/** What a contract says. */
final class ContractForm extends RecordForm {

  private final transient ContractDesk desk;
  private final PartyPicker party;
  private final ComboBox<ContractTypeView> type = new ComboBox<>();
  private final TextField number = Fields.line(100);
  private final TextField subject = Fields.line(300);
  private final DateField starts = new DateField();
  private final DateField ends = new DateField();
  private final IntegerField notice = new IntegerField();
  private final IntegerField renewal = new IntegerField();
  private final CurrencyPicker currency;
  private final ComboBox<String> packages;
  private final UserPicker salesperson;
  private final ComboBox<BranchId> branch;
  private final UserPicker responsible;
  private final TextArea note = Fields.lines();
  private final LinesField lines;

  private ContractForm(ContractDesk desk, Workspace workspace, ContractView present) {
    super("contract-form");
    this.desk = desk;
    Words words = new Words(desk, workspace);
    party = new PartyPicker(null, desk.parties());
    currency = new CurrencyPicker(workspace.formats().locale());
    packages = words.codes(CodeList.PACKAGE, present == null ? null : present.packageType());
    salesperson = new UserPicker(desk.users());
    branch = words.branches();
    responsible = new UserPicker(desk.users());
    lines = new LinesField("contract-lines", workspace);
    type.setItems(
        desk.types().all().stream()
            .filter(one -> !one.retired() || present != null && one.id().equals(present.typeId()))
            .toList());
    type.setItemLabelGenerator(ContractTypeView::name);
    place(workspace);
    if (present != null) {
      show(present.data());
      if (present.signedOn() != null) {
        describeOnly();
      }
    }
  }

  private void place(Workspace workspace) {
    field("partyId", "contracts.field.partyId", party);
    known("typeId", "contracts.field.typeId", type);
    known("number", "contracts.field.number", number);
    number.setPlaceholder(workspace.text("contracts.number.by-series"));
    row(type, number);
    field("subject", "contracts.field.subject", subject);
    known("startsOn", "contracts.field.startsOn", starts);
    known("endsOn", "contracts.field.endsOn", ends);
    row(starts, ends);
    known("noticeMonths", "contracts.field.noticeMonths", notice);
    known("renewalMonths", "contracts.field.renewalMonths", renewal);
    row(notice, renewal);
    known("currency", "contracts.field.currency", currency);
    known("packageType", "contracts.field.packageType", packages);
    row(currency, packages);
    known("salespersonId", "contracts.field.salespersonId", salesperson);
    known("branchId", "contracts.field.branchId", branch);
    row(salesperson, branch);
    field("responsibleId", "contracts.field.responsibleId", responsible);
    field("lines", "contracts.field.lines", lines);
    field("note", "contracts.field.note", note);
    party.setRequiredIndicatorVisible(true);
    type.setRequiredIndicatorVisible(true);
    currency.setRequiredIndicatorVisible(true);
    starts.setRequiredIndicatorVisible(true);
    party.addValueChangeListener(event -> proposeCurrency(event.getValue()));
    if (type.getListDataView().getItemCount() == 0) {
      type.setHelperText(workspace.text("contracts.type.none"));
    }
    type.addValueChangeListener(
        event -> {
          if (event.isFromClient() && event.getValue() != null) {
            notice.setValue(event.getValue().noticeMonths());
            renewal.setValue(event.getValue().renewalMonths());
          }
        });
  }

  /** Contracts are usually concluded in the currency of the party. */
  private void proposeCurrency(PartySummary chosen) {
    if (chosen != null && currency.isEmpty()) {
      desk.parties().find(chosen.id()).map(PartyView::currency).ifPresent(currency::choose);
    }
  }

  private void describeOnly() {
    List<HasValue<?, ?>> agreed =
        List.of(
            party,
            type,
            number,
            starts,
            ends,
            notice,
            renewal,
            currency,
            packages,
            salesperson,
            branch,
            lines);
    agreed.forEach(field -> field.setReadOnly(true));
  }

  private void show(ContractData data) {
    party.choose(data.partyId());
    party.setReadOnly(true);
    type.setValue(desk.types().get(data.typeId()));
    number.setValue(data.number());
    subject.setValue(Fields.orEmpty(data.subject()));
    starts.setValue(data.startsOn());
    ends.setValue(data.endsOn());
    notice.setValue(data.noticeMonths());
    renewal.setValue(data.renewalMonths());
    currency.choose(data.currency());
    packages.setValue(data.packageType());
    salesperson.setValue(data.salespersonId());
    branch.setValue(data.branchId());
    responsible.setValue(data.responsibleId());
    note.setValue(Fields.orEmpty(data.note()));
    lines.setValue(data.lines());
  }

  private ContractData read() {
    return new ContractData(
        party.partyId(),
        type.getValue() == null ? null : type.getValue().id(),
        Fields.text(number),
        Fields.text(subject),
        starts.getValue(),
        ends.getValue(),
        notice.getValue(),
        renewal.getValue(),
        currency.code(),
        packages.getValue(),
        salesperson.getValue(),
        branch.getValue(),
        responsible.getValue(),
        Fields.text(note),
        lines.getValue());
  }

  /**
   * Drafts a contract.
   *
   * @param with the party; null when it is chosen in the form
   */
  static void add(
      ContractDesk desk, Workspace workspace, PartyId with, Consumer<ContractView> added) {
    ContractForm form = new ContractForm(desk, workspace, null);
    form.party.choose(with);
    form.starts.setValue(workspace.formats().today());
    form.salesperson.setValue(workspace.user().id());
    SidePanel panel = SidePanel.open("contract-panel", workspace.text("contracts.new"), form);
    form.onSave(
        () -> {
          ContractView drafted = desk.contracts().draft(form.read());
          panel.close();
          workspace.done(workspace.text("contracts.drafted", drafted.number()));
          added.accept(drafted);
        });
  }

  /** Changes a draft, or describes a signed contract otherwise. */
  static void edit(
      ContractDesk desk, Workspace workspace, ContractView contract, Runnable afterwards) {
    ContractForm form = new ContractForm(desk, workspace, contract);
    SidePanel panel = SidePanel.open("contract-panel", contract.number(), form);
    CarefulSave<ContractView, ContractData> saving =
        new CarefulSave<>(
            ContractData.class,
            ContractView::data,
            (read, revision, data) -> desk.contracts().change(read.id(), revision, data),
            read -> desk.contracts().get(read.id()),
            new Words(desk, workspace));
    form.onSave(
        () ->
            saving.save(
                contract,
                form.read(),
                saved -> {
                  panel.close();
                  afterwards.run();
                }));
    if (contract.state() == ContractState.DRAFT) {
      form.place(
          RemoveButton.asking(
              workspace,
              "contract-discard",
              contract.number(),
              () -> {
                desk.contracts().discard(contract.id(), ExpectedRevision.any());
                panel.close();
                workspace.done(workspace.text("ui.removed", contract.number()));
                workspace.navigate(RoomTab.CONTRACTS.address());
              }));
    }
  }
}
