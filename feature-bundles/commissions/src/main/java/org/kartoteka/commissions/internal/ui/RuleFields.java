package org.kartoteka.commissions.internal.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import org.kartoteka.commissions.Base;
import org.kartoteka.commissions.Clawback;
import org.kartoteka.commissions.PeriodKind;
import org.kartoteka.commissions.Rate;
import org.kartoteka.commissions.RateKind;
import org.kartoteka.commissions.Rule;
import org.kartoteka.commissions.Selection;
import org.kartoteka.commissions.Tier;
import org.kartoteka.commissions.Trigger;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.CurrencyPicker;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.RowsField;

/** The fields of one rule within the form of a version. */
final class RuleFields {

  private static final int NAME = 200;
  private static final int CODES = 1000;

  private final TextField name = Fields.line(NAME);
  private final Select<Trigger> trigger;
  private final Select<Base> base;
  private final TextField formula = Fields.line(500);
  private final Select<RateKind> kind;
  private final BigDecimalField value;
  private final RowsField<Tier> tiers;
  private final Select<PeriodKind> per;
  private final TextField groups = Fields.line(CODES);
  private final TextField exceptGroups = Fields.line(CODES);
  private final TextField packageTypes = Fields.line(CODES);
  private final TextField contractTypes = Fields.line(CODES);
  private final IntegerField firstInvoices = new IntegerField();
  private final Checkbox newCustomers = new Checkbox();
  private final BigDecimalField floor;
  private final BigDecimalField cap;
  private final CurrencyPicker currency;
  private final IntegerField clawback = new IntegerField();
  private final Checkbox proRata = new Checkbox();
  private String key;

  RuleFields(RecordForm form, int index, Workspace workspace, Words words) {
    String at = "terms.rules[" + index + "].";
    currency = new CurrencyPicker(workspace.formats().locale());
    trigger = words.select(Trigger.class);
    base = words.select(Base.class);
    kind = words.select(RateKind.class);
    per = words.select(PeriodKind.class);
    per.setEmptySelectionAllowed(true);
    per.setEmptySelectionCaption(workspace.text("commissions.rule.document"));
    value = Fields.number(workspace.formats().locale());
    floor = Fields.number(workspace.formats().locale());
    cap = Fields.number(workspace.formats().locale());
    tiers = new RowsField<>("tiers-" + index, () -> new TierRow(workspace));
    form.group("commissions.rule");
    form.field(at + "name", "commissions.rule.name", name);
    form.field(at + "trigger", "commissions.rule.trigger", trigger);
    form.field(at + "base", "commissions.base", base);
    form.field(at + "formula", "commissions.base.FORMULA", formula);
    form.field(at + "rate.kind", "commissions.rule.rate", kind);
    form.known(at + "rate.value", "commissions.rule.value", value);
    form.known(at + "rate.per", "commissions.rule.per", per);
    form.row(value, per);
    form.field(at + "rate.tiers", "commissions.rule.tiers", tiers);
    form.known(at + "selection.groups", "commissions.rule.groups", groups);
    form.known(at + "selection.exceptGroups", "commissions.rule.exceptGroups", exceptGroups);
    form.row(groups, exceptGroups);
    form.known(at + "selection.packageTypes", "commissions.rule.packageTypes", packageTypes);
    form.known(at + "selection.contractTypes", "commissions.rule.contractTypes", contractTypes);
    form.row(packageTypes, contractTypes);
    form.known(at + "selection.firstInvoices", "commissions.rule.firstInvoices", firstInvoices);
    form.known(at + "selection.newCustomers", "commissions.rule.newCustomers", newCustomers);
    form.row(firstInvoices, newCustomers);
    form.known(at + "floor", "commissions.rule.floor", floor);
    form.known(at + "cap", "commissions.rule.cap", cap);
    form.known(at + "currency", "commissions.currency", currency);
    form.row(floor, cap, currency);
    form.known(at + "clawback.months", "commissions.rule.clawback", clawback);
    form.known(at + "clawback.proRata", "commissions.rule.proRata", proRata);
    form.row(clawback, proRata);
    base.addValueChangeListener(event -> fit());
    kind.addValueChangeListener(event -> fit());
  }

  void show(Rule rule) {
    key = rule.key();
    name.setValue(Fields.orEmpty(rule.name()));
    trigger.setValue(rule.trigger());
    base.setValue(rule.base());
    formula.setValue(Fields.orEmpty(rule.formula()));
    kind.setValue(rule.rate().kind());
    value.setValue(rule.rate().value());
    tiers.setValue(rule.rate().tiers());
    per.setValue(rule.rate().per());
    groups.setValue(Codes.written(rule.selection().groups()));
    exceptGroups.setValue(Codes.written(rule.selection().exceptGroups()));
    packageTypes.setValue(Codes.written(rule.selection().packageTypes()));
    contractTypes.setValue(Codes.written(rule.selection().contractTypes()));
    firstInvoices.setValue(rule.selection().firstInvoices());
    newCustomers.setValue(rule.selection().newCustomers());
    floor.setValue(rule.floor());
    cap.setValue(rule.cap());
    currency.setValue(rule.currency());
    clawback.setValue(rule.clawback() == null ? null : rule.clawback().months());
    proRata.setValue(rule.clawback() != null && rule.clawback().proRata());
    fit();
  }

  Rule rule() {
    return new Rule(
        key,
        Fields.text(name),
        trigger.getValue(),
        base.getValue(),
        Fields.text(formula),
        new Selection(
            Codes.read(groups),
            Codes.read(exceptGroups),
            Codes.read(packageTypes),
            Codes.read(contractTypes),
            firstInvoices.getValue(),
            Boolean.TRUE.equals(newCustomers.getValue())),
        new Rate(kind.getValue(), value.getValue(), tiers.getValue(), per.getValue()),
        floor.getValue(),
        cap.getValue(),
        currency.getValue(),
        clawback.getValue() == null
            ? null
            : new Clawback(clawback.getValue(), Boolean.TRUE.equals(proRata.getValue())));
  }

  /** Shows what fits the base and the kind of rate. */
  private void fit() {
    boolean tiered =
        kind.getValue() == RateKind.TIERS_WHOLE || kind.getValue() == RateKind.TIERS_MARGINAL;
    formula.setVisible(base.getValue() == Base.FORMULA);
    tiers.setVisible(tiered);
    value.setVisible(!tiered);
  }

  /** From which base which share, and which bonus for reaching it. */
  private static final class TierRow extends RowsField.Row<Tier> {
    private final BigDecimalField from;
    private final BigDecimalField percent;
    private final BigDecimalField bonus;

    TierRow(Workspace workspace) {
      from = input("from", Fields.number(workspace.formats().locale()));
      percent = input("percent", Fields.number(workspace.formats().locale()));
      bonus = input("bonus", Fields.number(workspace.formats().locale()));
      from.setLabel(workspace.text("commissions.from"));
      percent.setLabel(workspace.text("commissions.percent"));
      bonus.setLabel(workspace.text("commissions.bonus"));
    }

    @Override
    public void show(Tier tier) {
      from.setValue(tier.from());
      percent.setValue(tier.percent());
      bonus.setValue(tier.bonus());
    }

    @Override
    public Tier value() {
      return from.getValue() == null && percent.getValue() == null && bonus.getValue() == null
          ? null
          : new Tier(from.getValue(), percent.getValue(), bonus.getValue());
    }
  }
}
