package org.kartoteka.sales.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.settings.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What people set for sales. */
@Component(service = SalesSettings.class)
public final class SalesSettings {

  public static final String HOME_CURRENCY = ExchangeRateService.HOME;
  public static final String TAX_CODE = "sales.usual-tax-code";
  public static final String PAYMENT_DAYS = "sales.payment-days";
  public static final String SELLER = "sales.seller";
  public static final String AUTOMATIC_RUN = "sales.automatic-run";

  private static final String USUAL_TAX = "23";
  private static final int USUAL_DAYS = 14;
  private static final int MOST_DAYS = 999;
  private static final int LONGEST = 1000;
  private static final int CODE = 40;
  private static final String DRAFTS = "drafts";
  private static final String POSTED = "posted";

  private final Settings settings;

  @Activate
  public SalesSettings(@Reference Settings settings) {
    this.settings = settings;
  }

  /** The code of the rate of tax for what names none. */
  public String usualTaxCode() {
    return settings.get(TAX_CODE).orElse(USUAL_TAX);
  }

  /** In how many days invoices are to be paid by parties without a term of their own. */
  public int paymentDays() {
    return settings
        .get(PAYMENT_DAYS)
        .filter(text -> text.matches("\\d{1,3}"))
        .map(Integer::parseInt)
        .orElse(USUAL_DAYS);
  }

  /**
   * When an invoice is to be paid.
   *
   * @param termDays the party's own term; the usual one when null
   */
  public LocalDate dueOn(LocalDate issuedOn, Integer termDays) {
    return issuedOn.plusDays(termDays == null ? paymentDays() : termDays);
  }

  /** Who we are, as it stands on invoices, line by line. */
  public List<String> seller() {
    return settings.get(SELLER).map(text -> text.lines().toList()).orElse(List.of());
  }

  /**
   * Keeps what people set; null where they leave it as it is from the start. Needs {@code
   * platform.setting.change}.
   *
   * @param seller who we are, line by line
   * @param automaticRun whether a run posts what it makes; null for no run by itself
   */
  public void keep(String seller, String taxCode, Integer paymentDays, Boolean automaticRun) {
    Findings findings = new Findings();
    String lines = findings.text("seller", seller, LONGEST);
    String code = findings.line("taxCode", taxCode, CODE);
    findings.range("paymentDays", paymentDays, 0, MOST_DAYS);
    findings.throwIfAny();
    settings.set(SELLER, lines);
    settings.set(TAX_CODE, code);
    settings.set(PAYMENT_DAYS, paymentDays == null ? null : Integer.toString(paymentDays));
    settings.set(AUTOMATIC_RUN, automaticRun == null ? null : automaticRun ? POSTED : DRAFTS);
  }

  /** Whether a run starts each day by itself, and whether it posts; empty when it does not. */
  public Optional<Boolean> automaticRunPosts() {
    return settings
        .get(AUTOMATIC_RUN)
        .filter(word -> word.equals(DRAFTS) || word.equals(POSTED))
        .map(POSTED::equals);
  }
}
