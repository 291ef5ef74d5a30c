package org.kartoteka.competitors.internal.domain;

import java.time.LocalDate;
import java.util.Objects;
import org.kartoteka.competitors.Certainty;
import org.kartoteka.competitors.CompetitorData;
import org.kartoteka.competitors.PresenceData;
import org.kartoteka.competitors.PriceObservationData;
import org.kartoteka.competitors.ProductData;
import org.kartoteka.competitors.ReactionState;
import org.kartoteka.competitors.StrategyChangeData;
import org.kartoteka.platform.api.problem.Findings;

/** What can be recorded; each rule answers the data in their normal form. */
public final class Rules {

  private static final int CATEGORY = 100;
  private static final int UNIT = 30;
  private static final int LINE = 300;
  private static final int TEXT = 10_000;

  private Rules() {}

  /** What we think of a competitor. */
  public static CompetitorData normal(CompetitorData given, Findings findings) {
    return new CompetitorData(
        given.threat(),
        findings.text("strengths", given.strengths(), TEXT),
        findings.text("weaknesses", given.weaknesses(), TEXT),
        given.ownerId());
  }

  /** A strategy change; it may lie ahead, when it was announced. */
  public static StrategyChangeData normal(StrategyChangeData given, Findings findings) {
    return new StrategyChangeData(
        findings.required("kind", given.kind()),
        findings.day("date", findings.required("date", given.date())),
        findings.requiredLine("title", given.title(), LINE),
        findings.text("description", given.description(), TEXT),
        findings.line("source", given.source(), LINE),
        given.reliability(),
        findings.range("credibility", given.credibility(), 1, 6),
        findings.text("reaction", given.reaction(), TEXT),
        Objects.requireNonNullElse(given.reactionState(), ReactionState.UNDECIDED),
        given.ownerId());
  }

  /** A product. */
  public static ProductData normal(ProductData given, Findings findings) {
    return new ProductData(
        findings.requiredLine("name", given.name(), LINE),
        findings.line("category", given.category(), CATEGORY),
        findings.line("unit", given.unit(), UNIT),
        findings.line("comparableProduct", given.comparableProduct(), LINE));
  }

  /** An observed price; nobody has seen a price of tomorrow. */
  public static PriceObservationData normal(
      PriceObservationData given, LocalDate today, Findings findings) {
    LocalDate date = findings.day("date", findings.required("date", given.date()));
    if (date != null && date.isAfter(today.plusDays(1))) {
      findings.add("date", "future");
    }
    return new PriceObservationData(
        findings.required("productId", given.productId()),
        date,
        findings.price("price", given.price()),
        given.customerId(),
        findings.line("source", given.source(), LINE),
        findings.text("note", given.note(), TEXT));
  }

  /** A presence. */
  public static PresenceData normal(PresenceData given, Findings findings) {
    findings.required("competitorId", given.competitorId());
    findings.required("customerId", given.customerId());
    if (given.competitorId() != null && given.competitorId().equals(given.customerId())) {
      findings.add("customerId", "sameParty");
    }
    LocalDate since = findings.day("since", given.since());
    LocalDate until = findings.day("until", given.until());
    if (since != null && until != null && until.isBefore(since)) {
      findings.add("until", "beforeStart");
    }
    return new PresenceData(
        given.competitorId(),
        given.customerId(),
        findings.percent("sharePercent", given.sharePercent()),
        findings.text("supplies", given.supplies(), TEXT),
        since,
        until,
        Objects.requireNonNullElse(given.certainty(), Certainty.SUSPECTED),
        findings.text("note", given.note(), TEXT));
  }
}
