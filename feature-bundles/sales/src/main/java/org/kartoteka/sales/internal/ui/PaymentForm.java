package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.sales.PaymentData;
import org.kartoteka.sales.PaymentView;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.CurrencyPicker;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.PartyPicker;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;

/** A payment that came in. */
final class PaymentForm extends RecordForm {

  private static final int LINE = 300;
  private static final String FIELDS = "sales.payment.";

  private final PartyPicker party;
  private final DateField receivedOn = new DateField();
  private final BigDecimalField amount;
  private final CurrencyPicker currency;
  private final TextField reference = Fields.line(LINE);
  private final Checkbox settle = new Checkbox();

  private PaymentForm(SalesDesk desk, Workspace workspace) {
    super("payment-form");
    party = new PartyPicker(null, desk.parties());
    amount = Fields.number(workspace.formats().locale());
    currency = new CurrencyPicker(workspace.formats().locale());
    currency.setValue(desk.exchange().home());
    field("partyId", "sales.document.party", party);
    party.setRequiredIndicatorVisible(true);
    field("receivedOn", FIELDS + "receivedOn", receivedOn);
    receivedOn.setValue(workspace.formats().today());
    known("amount", FIELDS + "amount", amount);
    known("amount.currency", "sales.document.currency", currency);
    row(amount, currency);
    field("reference", FIELDS + "reference", reference);
    field("settle", FIELDS + "oldestFirst", settle);
    settle.setValue(true);
  }

  static void add(SalesDesk desk, Workspace workspace, Runnable afterwards) {
    PaymentForm form = new PaymentForm(desk, workspace);
    SidePanel panel = SidePanel.open("payment-panel", workspace.text(FIELDS + "new"), form);
    form.onSave(
        () -> {
          PaymentView made = desk.payments().receive(form.read());
          panel.close();
          workspace.done(workspace.text("sales.saved"));
          if (Boolean.TRUE.equals(form.settle.getValue())) {
            PaymentPage.settle(desk, workspace, made);
          }
          afterwards.run();
        });
  }

  private PaymentData read() {
    Money money =
        new Money(
            Fields.required("amount", amount.getValue()),
            Fields.required("amount.currency", currency.getValue()));
    return new PaymentData(
        party.partyId(), receivedOn.getValue(), money, null, Fields.text(reference), null, null);
  }
}
