package org.kartoteka.sales;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.kartoteka.core.api.trade.Billing;
import org.kartoteka.platform.api.http.Versioned;

/**
 * A template of invoices; see {@link TemplateData} for the fields.
 *
 * @param partyCount how many parties get it
 */
public record TemplateView(
    TemplateId id,
    long revision,
    String name,
    Currency currency,
    LocalDate startsOn,
    LocalDate endsOn,
    Billing billing,
    List<TemplateData.TemplateLine> lines,
    long partyCount,
    Instant changedAt,
    String changedBy)
    implements Versioned {

  public TemplateView {
    lines = List.copyOf(lines);
  }

  /** What people can change of it; its parties stay. */
  public TemplateData data() {
    return new TemplateData(name, currency, startsOn, endsOn, billing, lines, null, null);
  }
}
