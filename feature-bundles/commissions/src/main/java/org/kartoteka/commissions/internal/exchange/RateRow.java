package org.kartoteka.commissions.internal.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kartoteka.commissions.Base;
import org.kartoteka.commissions.PeriodKind;
import org.kartoteka.commissions.PlanTerms;
import org.kartoteka.commissions.Rate;
import org.kartoteka.commissions.RateKind;
import org.kartoteka.commissions.Rule;
import org.kartoteka.commissions.Tier;
import org.kartoteka.commissions.Trigger;
import org.kartoteka.commissions.internal.domain.Terms;
import org.kartoteka.platform.api.exchange.RowCells;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.Findings;

/**
 * What a row says somebody earns: the per cent of what he sells without tax. Up to the quota of a
 * period it is this one, above it the other; meeting the quota may bring a bonus.
 */
record RateRow(LocalDate from, PlanTerms terms) {

  static final String PERSON = "person";
  static final String FROM = "validFrom";
  static final String PERCENT = "percent";
  static final String QUOTA = "quota";
  static final String ABOVE = "percentAbove";
  static final String BONUS = "bonus";
  static final String PERIOD = "period";
  static final String CURRENCY = "currency";
  static final String TRIGGER = "trigger";

  private static final String KEY = "rate";

  /** Reads a row; empty when something in it is wrong. */
  static Optional<RateRow> read(RowCells row) {
    row.required(FROM);
    row.required(PERCENT);
    LocalDate from = row.day(FROM);
    BigDecimal percent = plain(row.amount(PERCENT));
    BigDecimal quota = plain(row.amount(QUOTA));
    BigDecimal above = plain(row.amount(ABOVE));
    BigDecimal bonus = positive(plain(row.amount(BONUS)));
    PeriodKind period = row.word(PERIOD, PeriodKind.class);
    Trigger trigger = row.word(TRIGGER, Trigger.class);
    Currency currency = row.currency(CURRENCY);
    if (quota == null && (above != null || bonus != null)) {
      row.error(QUOTA, "required");
    }
    if (!row.errors().isEmpty()) {
      return Optional.empty();
    }
    Rate rate =
        quota == null
            ? Rate.percent(percent)
            : new Rate(
                RateKind.TIERS_MARGINAL,
                null,
                List.of(
                    Tier.of(BigDecimal.ZERO, percent),
                    new Tier(quota, above == null ? percent : above, bonus)),
                Objects.requireNonNullElse(period, PeriodKind.QUARTER));
    Rule rule =
        Rule.of(KEY, Objects.requireNonNullElse(trigger, Trigger.POSTING), Base.NET, rate)
            .within(null, null, currency);
    Findings findings = new Findings();
    findings.day(FROM, from);
    PlanTerms terms = Terms.normal(PlanTerms.of(rule), findings);
    findings
        .errors()
        .forEach(error -> row.error(column(error), error.code(), error.arguments().toArray()));
    return row.errors().isEmpty() ? Optional.of(new RateRow(from, terms)) : Optional.empty();
  }

  /** The column that an error of the terms is about. */
  private static String column(FieldError error) {
    String field = error.field();
    if (field.endsWith("tiers[1].from")) {
      return QUOTA;
    }
    if (field.endsWith("tiers[1].percent")) {
      return ABOVE;
    }
    if (field.endsWith("tiers[1].bonus")) {
      return BONUS;
    }
    return field.endsWith(CURRENCY) ? CURRENCY : field.equals(FROM) ? FROM : PERCENT;
  }

  /** Lists of salespeople say zero where there is no bonus. */
  private static BigDecimal positive(BigDecimal bonus) {
    return bonus == null || bonus.signum() == 0 ? null : bonus;
  }

  /** As it is kept, so that the same row is known again. */
  private static BigDecimal plain(BigDecimal number) {
    if (number == null || number.signum() == 0) {
      return number == null ? null : BigDecimal.ZERO;
    }
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
