package org.kartoteka.sales.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.sales.TemplateData;
import org.kartoteka.sales.TemplateData.TemplateLine;

/** What a template of invoices can be. */
public final class TemplateRules {

  private static final int NAME = 300;
  private static final int MOST_LINES = 200;
  private static final int MOST_MONTHS = 120;
  private static final int MOST_PARTIES = 20_000;

  private TemplateRules() {}

  /** The template in its normal form; a product stands on one line. */
  public static TemplateData normal(TemplateData given, Findings findings) {
    findings.required("currency", given.currency());
    if (findings.required("billing", given.billing()) != null) {
      findings.range("billing.months", given.billing().months(), 0, MOST_MONTHS);
      findings.required("billing.due", given.billing().due());
      findings.day("billing.anchor", given.billing().anchor());
    }
    LocalDate startsOn = findings.day("startsOn", findings.required("startsOn", given.startsOn()));
    LocalDate endsOn = findings.day("endsOn", given.endsOn());
    if (startsOn != null && endsOn != null && endsOn.isBefore(startsOn)) {
      findings.add("endsOn", "beforeStart");
    }
    if (given.lines().isEmpty()) {
      findings.add("lines", "required");
    }
    findings.atMost("lines", given.lines(), MOST_LINES);
    return new TemplateData(
        findings.requiredLine("name", given.name(), NAME),
        given.currency(),
        startsOn,
        endsOn,
        given.billing(),
        lines(given, findings),
        given.parties() == null ? null : parties(given.parties(), findings),
        findings.day("effectiveOn", given.effectiveOn()));
  }

  /** The parties, each once. */
  public static List<PartyId> parties(List<PartyId> given, Findings findings) {
    return findings.atMost("parties", given, MOST_PARTIES).stream().distinct().toList();
  }

  private static List<TemplateLine> lines(TemplateData given, Findings findings) {
    List<TemplateLine> lines = new ArrayList<>();
    Set<String> named = new HashSet<>();
    for (int at = 0; at < given.lines().size(); at++) {
      TemplateLine line = given.lines().get(at);
      String field = "lines[" + at + "].";
      String product = findings.requiredLine(field + "product", line.product(), NAME);
      if (product != null && !named.add(product)) {
        findings.add(field + "product", "duplicate");
      }
      if (findings.required(field + "quantity", line.quantity()) != null
          && line.quantity().signum() <= 0) {
        findings.add(field + "quantity", "positive");
      }
      CatalogueRules.number(field + "quantity", line.quantity(), findings);
      CatalogueRules.price(field + "unitPrice", line.unitPrice(), findings);
      lines.add(
          new TemplateLine(
              product,
              findings.line(field + "name", line.name(), NAME),
              line.quantity(),
              line.unitPrice()));
    }
    return lines;
  }
}
