package org.kartoteka.contracts.internal.ui;

import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.kartoteka.contracts.AppendixData;
import org.kartoteka.contracts.AppendixView;
import org.kartoteka.contracts.ContractId;
import org.kartoteka.contracts.TariffLine;
import org.kartoteka.contracts.internal.data.ContractPermissions;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.RemoveButton;
import org.kartoteka.ui.api.component.RowsField;
import org.kartoteka.ui.api.component.SidePanel;

/** A tariff appendix. */
final class AppendixForm extends RecordForm {

  private final TextField name = Fields.line(300);
  private final DateField from = new DateField();
  private final DateField until = new DateField();
  private final TextArea note = Fields.lines();
  private final RowsField<TariffLine> lines;

  private AppendixForm(Workspace workspace) {
    super("appendix-form");
    lines = new RowsField<>("appendix-lines", () -> new TariffRow(workspace));
    field("name", "contracts.appendix.name", name);
    known("validFrom", "contracts.line.from", from);
    known("validUntil", "contracts.line.until", until);
    row(from, until);
    field("lines", "contracts.appendix.prices", lines);
    field("note", "contracts.field.note", note);
    name.setRequiredIndicatorVisible(true);
    from.setRequiredIndicatorVisible(true);
  }

  private static final class TariffRow extends RowsField.Row<TariffLine> {

    private final TextField product;
    private final TextField called;
    private final BigDecimalField price;
    private final BigDecimalField min;
    private final BigDecimalField max;

    TariffRow(Workspace workspace) {
      product = input("product", text(workspace, "product"));
      called = input("name", text(workspace, "name"));
      price = input("unitPrice", number(workspace, "unitPrice"));
      min = input("minQuantity", number(workspace, "minQuantity"));
      max = input("maxQuantity", number(workspace, "maxQuantity"));
    }

    private static TextField text(Workspace workspace, String part) {
      TextField field = Fields.line(100);
      field.setPlaceholder(workspace.text("contracts.line." + part));
      field.setAriaLabel(workspace.text("contracts.line." + part));
      return field;
    }

    private static BigDecimalField number(Workspace workspace, String part) {
      BigDecimalField field = Fields.number(workspace.formats().locale());
      field.setPlaceholder(workspace.text("contracts.line." + part));
      field.setAriaLabel(workspace.text("contracts.line." + part));
      field.setWidth("7rem");
      return field;
    }

    @Override
    public void show(TariffLine line) {
      product.setValue(Fields.orEmpty(line.product()));
      called.setValue(Fields.orEmpty(line.name()));
      price.setValue(line.unitPrice());
      min.setValue(line.minQuantity());
      max.setValue(line.maxQuantity());
    }

    @Override
    public TariffLine value() {
      return product.isEmpty() && price.isEmpty()
          ? null
          : new TariffLine(
              Fields.text(product),
              Fields.text(called),
              null,
              price.getValue(),
              min.getValue(),
              max.getValue());
    }
  }

  private AppendixData read() {
    return new AppendixData(
        Fields.text(name), from.getValue(), until.getValue(), Fields.text(note), lines.getValue());
  }

  /** Adds an appendix. */
  static void add(
      ContractDesk desk, Workspace workspace, ContractId contract, Runnable afterwards) {
    AppendixForm form = new AppendixForm(workspace);
    form.from.setValue(workspace.formats().today());
    SidePanel panel =
        SidePanel.open("appendix-panel", workspace.text("contracts.appendix.new"), form);
    form.onSave(
        () -> {
          desk.tariffs().add(contract, form.read());
          panel.close();
          workspace.done(workspace.text("ui.saved.notice"));
          afterwards.run();
        });
  }

  /** Changes an appendix; without the right to it the form only shows it. */
  static void edit(
      ContractDesk desk, Workspace workspace, AppendixView appendix, Runnable afterwards) {
    AppendixForm form = new AppendixForm(workspace);
    form.name.setValue(appendix.name());
    form.from.setValue(appendix.validFrom());
    form.until.setValue(appendix.validUntil());
    form.note.setValue(Fields.orEmpty(appendix.note()));
    form.lines.setValue(appendix.lines());
    SidePanel panel = SidePanel.open("appendix-panel", appendix.name(), form);
    form.onSave(
        () -> {
          desk.tariffs()
              .change(appendix.id(), ExpectedRevision.of(appendix.revision()), form.read());
          panel.close();
          workspace.done(workspace.text("ui.saved.notice"));
          afterwards.run();
        });
    form.saveButton().setVisible(workspace.may(ContractPermissions.CHANGE));
    if (workspace.may(ContractPermissions.CHANGE)) {
      form.place(
          RemoveButton.undoable(
              form,
              workspace,
              "appendix-remove",
              appendix.name(),
              () -> {
                desk.tariffs().remove(appendix.id(), ExpectedRevision.any());
                panel.close();
                afterwards.run();
              },
              () -> {
                desk.tariffs().add(appendix.contractId(), appendix.data());
                afterwards.run();
              }));
    }
  }
}
