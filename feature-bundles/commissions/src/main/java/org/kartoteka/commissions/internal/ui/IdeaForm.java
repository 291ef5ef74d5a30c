package org.kartoteka.commissions.internal.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Currency;
import org.kartoteka.commissions.DealIdea;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.CurrencyPicker;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.RecordForm;

/** A deal that is not closed yet. */
final class IdeaForm extends RecordForm {

  private static final int CODE = 60;

  private final CurrencyPicker currency;
  private final BigDecimalField monthly;
  private final BigDecimalField monthlyCost;
  private final BigDecimalField once;
  private final BigDecimalField onceCost;
  private final TextField groups = Fields.line(CODE * 5);
  private final TextField contractType = Fields.line(CODE);
  private final TextField packageType = Fields.line(CODE);
  private final Checkbox newCustomer = new Checkbox();

  IdeaForm(Workspace workspace) {
    super("idea-form");
    currency = new CurrencyPicker(workspace.formats().locale());
    monthly = Fields.number(workspace.formats().locale());
    monthlyCost = Fields.number(workspace.formats().locale());
    once = Fields.number(workspace.formats().locale());
    onceCost = Fields.number(workspace.formats().locale());
    field("currency", "commissions.currency", currency);
    known("monthly", "commissions.idea.monthly", monthly);
    known("monthlyCost", "commissions.idea.monthlyCost", monthlyCost);
    row(monthly, monthlyCost);
    known("once", "commissions.idea.once", once);
    known("onceCost", "commissions.idea.onceCost", onceCost);
    row(once, onceCost);
    field("groups", "commissions.idea.groups", groups);
    known("contractType", "commissions.idea.contractType", contractType);
    known("packageType", "commissions.idea.packageType", packageType);
    row(contractType, packageType);
    field("newCustomer", "commissions.idea.newCustomer", newCustomer);
    newCustomer.setLabel(workspace.text("commissions.idea.newCustomer"));
    currency.setValue(Currency.getInstance("PLN"));
  }

  DealIdea idea() {
    return new DealIdea(
        currency.getValue(),
        monthly.getValue(),
        monthlyCost.getValue(),
        once.getValue(),
        onceCost.getValue(),
        Codes.read(groups),
        Fields.text(contractType),
        Fields.text(packageType),
        Boolean.TRUE.equals(newCustomer.getValue()));
  }
}
