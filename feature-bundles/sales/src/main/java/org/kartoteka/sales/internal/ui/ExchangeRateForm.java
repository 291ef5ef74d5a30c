package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.textfield.BigDecimalField;
import org.kartoteka.sales.ExchangeRate;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.CurrencyPicker;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.RemoveButton;
import org.kartoteka.ui.api.component.SidePanel;

/** The rate of exchange of a day. */
final class ExchangeRateForm extends RecordForm {

  private final CurrencyPicker currency;
  private final DateField day = new DateField();
  private final BigDecimalField rate;

  private ExchangeRateForm(SalesDesk desk, Workspace workspace) {
    super("exchange-form");
    currency = new CurrencyPicker(workspace.formats().locale());
    rate = Fields.number(workspace.formats().locale());
    field("currency", "sales.document.currency", currency);
    field("day", "sales.exchange.day", day);
    field("rate", "sales.exchange.rate", rate);
    currency.setRequiredIndicatorVisible(true);
    day.setRequiredIndicatorVisible(true);
    rate.setRequiredIndicatorVisible(true);
    rate.setHelperText(
        workspace.text("sales.exchange.rate.helper", desk.exchange().home().getCurrencyCode()));
  }

  static void add(SalesDesk desk, Workspace workspace, Runnable afterwards) {
    ExchangeRateForm form = new ExchangeRateForm(desk, workspace);
    form.day.setValue(workspace.formats().today());
    form.open(desk, workspace, workspace.text("sales.exchange.new"), afterwards);
  }

  /** Edits a rate; without the right to it the form only shows it. */
  static void edit(SalesDesk desk, Workspace workspace, ExchangeRate shown, Runnable afterwards) {
    ExchangeRateForm form = new ExchangeRateForm(desk, workspace);
    form.currency.setValue(shown.currency());
    form.currency.setReadOnly(true);
    form.day.setValue(shown.day());
    form.day.setReadOnly(true);
    form.rate.setValue(shown.rate());
    String name = shown.currency().getCurrencyCode() + " " + workspace.formats().date(shown.day());
    SidePanel panel = form.open(desk, workspace, name, afterwards);
    boolean may = workspace.may(SalesPermissions.CATALOGUE);
    form.saveButton().setVisible(may);
    form.rate.setReadOnly(!may);
    if (may) {
      form.place(
          RemoveButton.undoable(
              form,
              workspace,
              "exchange-remove",
              name,
              () -> {
                desk.exchange().remove(shown.currency(), shown.day());
                panel.close();
                afterwards.run();
              },
              () -> {
                desk.exchange().set(shown);
                afterwards.run();
              }));
    }
  }

  private SidePanel open(SalesDesk desk, Workspace workspace, String title, Runnable afterwards) {
    SidePanel panel = SidePanel.open("exchange-panel", title, this);
    onSave(
        () -> {
          desk.exchange()
              .set(new ExchangeRate(currency.getValue(), day.getValue(), rate.getValue()));
          panel.close();
          workspace.done(workspace.text("sales.saved"));
          afterwards.run();
        });
    return panel;
  }
}
