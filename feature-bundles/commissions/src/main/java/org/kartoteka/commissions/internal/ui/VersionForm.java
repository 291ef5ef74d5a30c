package org.kartoteka.commissions.internal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.kartoteka.commissions.Base;
import org.kartoteka.commissions.DealIdea;
import org.kartoteka.commissions.DefineVersion;
import org.kartoteka.commissions.PlanId;
import org.kartoteka.commissions.PlanTerms;
import org.kartoteka.commissions.PlanVersionId;
import org.kartoteka.commissions.Rate;
import org.kartoteka.commissions.Rule;
import org.kartoteka.commissions.Trigger;
import org.kartoteka.commissions.internal.domain.Estimate;
import org.kartoteka.commissions.internal.domain.Terms;
import org.kartoteka.commissions.internal.domain.Totals;
import org.kartoteka.commissions.internal.domain.Version;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.Links;
import org.kartoteka.ui.api.component.RecordForm;

/** A new version of a plan, rule by rule, with an example that follows what is typed. */
final class VersionForm extends RecordForm {

  private static final String KEY = "rule-";
  private static final BigDecimal MONTHLY = BigDecimal.valueOf(100);
  private static final BigDecimal ONCE = BigDecimal.valueOf(1000);

  private final transient Desk desk;
  private final transient Workspace workspace;
  private final transient Words words;
  private final transient List<RuleFields> rules = new ArrayList<>();
  private final DateField validFrom = new DateField();
  private final TextField remark = Fields.line(300);
  private final BigDecimalField superior;
  private final Div example = new Div();
  private transient Runnable defined = () -> {};
  private transient List<BigDecimal> further = List.of();
  private boolean typed;

  private VersionForm(Desk desk, Workspace workspace) {
    super("version-form");
    this.desk = desk;
    this.workspace = workspace;
    words = new Words(desk, workspace);
    superior = Fields.number(workspace.formats().locale());
  }

  /**
   * A draft.
   *
   * @param again shows a draft anew, when rules were added or taken away
   */
  static VersionForm of(
      Desk desk, Workspace workspace, PlanId plan, PlanTerms terms, Consumer<VersionForm> again) {
    VersionForm form = new VersionForm(desk, workspace);
    form.validFrom.setValue(workspace.formats().today());
    form.fill(plan, terms.rules().isEmpty() ? form.withOneMore(terms) : terms, again);
    return form;
  }

  /** The same draft with other rules, and all else as it was typed. */
  private VersionForm with(PlanId plan, PlanTerms terms, Consumer<VersionForm> again) {
    VersionForm form = new VersionForm(desk, workspace);
    form.fill(plan, terms, again);
    form.unchanged();
    form.validFrom.setValue(validFrom.getValue());
    form.remark.setValue(remark.getValue());
    form.typed = true;
    return form;
  }

  /** Whether leaving would lose something: rules were added or taken away, or fields changed. */
  @Override
  public boolean isChanged() {
    return typed || super.isChanged();
  }

  void onDefined(Runnable action) {
    defined = action;
  }

  private void fill(PlanId plan, PlanTerms terms, Consumer<VersionForm> again) {
    known("validFrom", "commissions.plan.validFrom", validFrom);
    known("terms.superiorPercents[0]", "commissions.rule.superior", superior);
    row(validFrom, superior);
    field("remark", "commissions.version.remark", remark);
    List<BigDecimal> percents = terms.superiorPercents();
    superior.setValue(percents.isEmpty() ? null : percents.get(0));
    further = percents.isEmpty() ? List.of() : percents.subList(1, percents.size());
    for (int i = 0; i < terms.rules().size(); i++) {
      RuleFields fields = new RuleFields(this, i, workspace, words);
      fields.show(terms.rules().get(i));
      int place = i;
      place(
          Links.quiet(
              "rule-remove-" + i,
              workspace.text("commissions.rule.remove"),
              "vaadin:close-small",
              () -> again.accept(with(plan, without(place), again))));
      rules.add(fields);
    }
    place(
        Links.quiet(
            "rule-add",
            workspace.text("commissions.rule.add"),
            "vaadin:plus",
            () -> again.accept(with(plan, withOneMore(terms()), again))));
    group("commissions.example");
    place(
        Links.quiet(
            "version-example",
            workspace.text("commissions.example.show"),
            "vaadin:play",
            this::showExample));
    example.setId("version-example-answer");
    place(example);
    onSave(
        () -> {
          desk.plans()
              .define(plan, new DefineVersion(validFrom.getValue(), Fields.text(remark), terms()));
          typed = false;
          unchanged();
          defined.run();
        });
  }

  private PlanTerms terms() {
    List<BigDecimal> percents = new ArrayList<>();
    if (superior.getValue() != null) {
      percents.add(superior.getValue());
      percents.addAll(further);
    }
    return new PlanTerms(rules.stream().map(RuleFields::rule).toList(), percents);
  }

  private PlanTerms without(int place) {
    PlanTerms now = terms();
    List<Rule> fewer = new ArrayList<>(now.rules());
    fewer.remove(place);
    return new PlanTerms(fewer, now.superiorPercents());
  }

  private PlanTerms withOneMore(PlanTerms now) {
    List<Rule> more = new ArrayList<>(now.rules());
    Set<String> keys = now.rules().stream().map(Rule::key).collect(Collectors.toSet());
    int number = more.size() + 1;
    while (keys.contains(KEY + number)) {
      number++;
    }
    more.add(
        Rule.of(KEY + number, Trigger.PAYMENT, Base.NET, Rate.percent(BigDecimal.TEN))
            .named(workspace.text("commissions.rule.usual", number)));
    return new PlanTerms(more, now.superiorPercents());
  }

  /** What a usual deal would bring a seller by what is typed now. */
  private void showExample() {
    example.removeAll();
    try {
      Findings findings = new Findings();
      PlanTerms terms = Terms.normal(terms(), findings);
      findings.throwIfAny();
      Currency currency =
          terms.rules().stream()
              .map(Rule::currency)
              .filter(java.util.Objects::nonNull)
              .findFirst()
              .orElse(Currency.getInstance("PLN"));
      Version version =
          new Version(
              new PlanVersionId(0),
              new PlanId(0),
              "",
              0,
              workspace.formats().today(),
              Instant.EPOCH,
              terms);
      DealIdea idea = new DealIdea(currency, MONTHLY, null, ONCE, null, null, null, null, true);
      new Estimate(version, new UserId(0), workspace.formats().today(), new Totals())
          .of(idea)
          .forEach(
              part ->
                  example.add(
                      new H3(
                          part.rule().name()
                              + ": "
                              + words.money(new Money(part.amount(), currency))),
                      Words.listed(
                          desk.sentences().of(part.steps().subList(1, part.steps().size())))));
    } catch (org.kartoteka.platform.api.problem.Problem problem) {
      show(problem);
    }
  }
}
