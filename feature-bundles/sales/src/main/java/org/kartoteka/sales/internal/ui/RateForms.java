package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import org.kartoteka.sales.ExchangeRate;
import org.kartoteka.sales.TaxRate;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.CurrencyPicker;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;

/** Rates of tax and of exchange. */
final class RateForms {

  private static final int SHOWN = 10;

  private RateForms() {}

  /** A rate of tax from a day on. */
  static void tax(SalesDesk desk, Workspace workspace) {
    RecordForm form = new RecordForm("tax-form");
    TextField code = Fields.line(40);
    DateField validFrom = new DateField();
    BigDecimalField percent = Fields.number(workspace.formats().locale());
    form.field("code", "sales.line.taxCode", code);
    form.field("validFrom", "sales.tax.validFrom", validFrom);
    form.field("percent", "sales.tax.percent", percent);
    UnorderedList known = new UnorderedList();
    for (TaxRate rate : desk.taxRates().all()) {
      known.add(
          new ListItem(
              workspace.text(
                  "sales.tax.known",
                  rate.code(),
                  rate.percent(),
                  workspace.formats().date(rate.validFrom()))));
    }
    form.place(known);
    SidePanel panel = SidePanel.open("tax-panel", workspace.text("sales.tax.new"), form);
    form.onSave(
        () -> {
          desk.taxRates()
              .set(new TaxRate(Fields.text(code), validFrom.getValue(), percent.getValue()));
          panel.close();
          workspace.done(workspace.text("sales.saved"));
        });
  }

  /** The rate of exchange of a day. */
  static void exchange(SalesDesk desk, Workspace workspace) {
    RecordForm form = new RecordForm("exchange-form");
    CurrencyPicker currency = new CurrencyPicker(workspace.formats().locale());
    DateField day = new DateField();
    BigDecimalField rate = Fields.number(workspace.formats().locale());
    day.setValue(workspace.formats().today());
    form.field("currency", "sales.document.currency", currency);
    form.field("day", "sales.exchange.day", day);
    form.field("rate", "sales.exchange.rate", rate);
    UnorderedList known = new UnorderedList();
    currency.addValueChangeListener(
        event -> {
          known.removeAll();
          if (event.getValue() != null) {
            desk.exchange()
                .of(event.getValue(), SHOWN)
                .forEach(
                    one ->
                        known.add(
                            new ListItem(
                                workspace.text(
                                    "sales.exchange.known",
                                    workspace.formats().date(one.day()),
                                    workspace.formats().number(one.rate())))));
          }
        });
    form.place(known);
    SidePanel panel = SidePanel.open("exchange-panel", workspace.text("sales.exchange.new"), form);
    form.onSave(
        () -> {
          desk.exchange()
              .set(new ExchangeRate(currency.getValue(), day.getValue(), rate.getValue()));
          panel.close();
          workspace.done(workspace.text("sales.saved"));
        });
  }
}
