package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import org.kartoteka.sales.TaxRate;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.RemoveButton;
import org.kartoteka.ui.api.component.SidePanel;

/** A rate of tax from a day on. */
final class TaxRateForm extends RecordForm {

  private static final int CODE = 40;

  private final TextField code = Fields.line(CODE);
  private final DateField validFrom = new DateField();
  private final BigDecimalField percent;

  private TaxRateForm(Workspace workspace) {
    super("tax-form");
    percent = Fields.number(workspace.formats().locale());
    field("code", "sales.tax.code", code);
    field("validFrom", "sales.tax.validFrom", validFrom);
    field("percent", "sales.tax.percent", percent);
    code.setRequiredIndicatorVisible(true);
    code.setHelperText(workspace.text("sales.tax.code.helper"));
    validFrom.setRequiredIndicatorVisible(true);
    percent.setRequiredIndicatorVisible(true);
  }

  static void add(SalesDesk desk, Workspace workspace, Runnable afterwards) {
    TaxRateForm form = new TaxRateForm(workspace);
    form.open(desk, workspace, workspace.text("sales.tax.new"), afterwards);
  }

  /** Edits a rate; without the right to it the form only shows it. */
  static void edit(SalesDesk desk, Workspace workspace, TaxRate rate, Runnable afterwards) {
    TaxRateForm form = new TaxRateForm(workspace);
    form.code.setValue(rate.code());
    form.code.setReadOnly(true);
    form.validFrom.setValue(rate.validFrom());
    form.validFrom.setReadOnly(true);
    form.percent.setValue(rate.percent());
    String name =
        workspace.text("sales.tax.named", rate.code(), workspace.formats().date(rate.validFrom()));
    SidePanel panel = form.open(desk, workspace, name, afterwards);
    boolean may = workspace.may(SalesPermissions.CATALOGUE);
    form.saveButton().setVisible(may);
    form.percent.setReadOnly(!may);
    if (may) {
      form.place(
          RemoveButton.undoable(
              form,
              workspace,
              "tax-remove",
              name,
              () -> {
                desk.taxRates().remove(rate.code(), rate.validFrom());
                panel.close();
                afterwards.run();
              },
              () -> {
                desk.taxRates().set(rate);
                afterwards.run();
              }));
    }
  }

  private SidePanel open(SalesDesk desk, Workspace workspace, String title, Runnable afterwards) {
    SidePanel panel = SidePanel.open("tax-panel", title, this);
    onSave(
        () -> {
          desk.taxRates()
              .set(new TaxRate(Fields.text(code), validFrom.getValue(), percent.getValue()));
          panel.close();
          workspace.done(workspace.text("sales.saved"));
          afterwards.run();
        });
    return panel;
  }
}
