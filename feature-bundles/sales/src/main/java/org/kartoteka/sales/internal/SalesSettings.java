package org.kartoteka.sales.internal;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.settings.Settings;
import org.kartoteka.sales.AutomaticRun;
import org.kartoteka.sales.SalesSettingsData;
import org.kartoteka.sales.internal.data.RateRows;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What people set for sales. */
@Component(service = SalesSettings.class)
public final class SalesSettings {

  /** Who may set it. */
  public static final String PERMISSION = "platform.setting.change";

  public static final String HOME_CURRENCY = "sales.home-currency";
  public static final String TAX_CODE = "sales.usual-tax-code";
  public static final String PAYMENT_DAYS = "sales.payment-days";
  public static final String SELLER = "sales.seller";
  public static final String AUTOMATIC_RUN = "sales.automatic-run";

  private static final String TYPE = "sales.settings";
  private static final Currency USUAL_HOME = Currency.getInstance("PLN");
  private static final String USUAL_TAX = "23";
  private static final int USUAL_DAYS = 14;
  private static final int MOST_DAYS = 999;
  private static final int LONGEST = 1000;
  private static final int CODE = 40;
  private static final String DRAFTS = "drafts";
  private static final String POSTED = "posted";

  private final Settings settings;
  private final RecordKeeping keeping;
  private final RateRows rates;

  @Activate
  public SalesSettings(
      @Reference Settings settings, @Reference RecordKeeping keeping, @Reference RateRows rates) {
    this.settings = settings;
    this.keeping = keeping;
    this.rates = rates;
  }

  /** What amounts in other currencies are reckoned in. */
  public Currency homeCurrency() {
    return settings.get(HOME_CURRENCY).map(Currency::getInstance).orElse(USUAL_HOME);
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
   * What is set, with what holds where nobody set anything. Needs {@code sales.document.read}: it
   * says nothing that does not stand on invoices.
   */
  public SalesSettingsData read() {
    return keeping.with(SalesPermissions.READ, this::now);
  }

  private SalesSettingsData now() {
    return new SalesSettingsData(
        homeCurrency(),
        settings.get(SELLER).orElse(null),
        usualTaxCode(),
        paymentDays(),
        automaticRunPosts()
            .map(posts -> posts ? AutomaticRun.POSTED : AutomaticRun.DRAFTS)
            .orElse(AutomaticRun.BY_HAND));
  }

  /**
   * Keeps what people set; null where they leave it as it is from the start. Needs {@code
   * platform.setting.change}.
   *
   * @throws org.kartoteka.platform.api.problem.InvalidInput when there is no such rate of tax, or
   *     when something is reckoned in another home currency already
   */
  public void keep(SalesSettingsData given) {
    keeping.with(
        PERMISSION,
        () -> {
          SalesSettingsData before = now();
          Findings findings = new Findings();
          String seller = findings.text("seller", given.seller(), LONGEST);
          String taxCode = findings.line("taxCode", given.taxCode(), CODE);
          findings.range("paymentDays", given.paymentDays(), 0, MOST_DAYS);
          if (taxCode != null && !taxCode.equals(before.taxCode()) && !isRate(taxCode)) {
            findings.add("taxCode", "noTaxRate", taxCode);
          }
          Currency home = given.homeCurrency() == null ? USUAL_HOME : given.homeCurrency();
          if (!home.equals(before.homeCurrency()) && rates.isHomeCurrencyUsed()) {
            findings.add(
                "homeCurrency", "homeCurrencyUsed", before.homeCurrency().getCurrencyCode());
          }
          findings.throwIfAny();
          settings.set(HOME_CURRENCY, home.equals(USUAL_HOME) ? null : home.getCurrencyCode());
          settings.set(SELLER, seller);
          settings.set(TAX_CODE, taxCode);
          settings.set(PAYMENT_DAYS, Objects.toString(given.paymentDays(), null));
          settings.set(AUTOMATIC_RUN, word(given.automaticRun()));
          keeping.changed(
              new RecordRef(TYPE, SalesPermissions.FEATURE, SalesPermissions.FEATURE),
              before,
              now());
          return null;
        });
  }

  private boolean isRate(String taxCode) {
    return rates.taxRates().stream().anyMatch(rate -> rate.code().equals(taxCode));
  }

  private static String word(AutomaticRun run) {
    return run == null || run == AutomaticRun.BY_HAND
        ? null
        : run == AutomaticRun.POSTED ? POSTED : DRAFTS;
  }

  /** Whether a run starts each day by itself, and whether it posts; empty when it does not. */
  public Optional<Boolean> automaticRunPosts() {
    return settings
        .get(AUTOMATIC_RUN)
        .filter(word -> word.equals(DRAFTS) || word.equals(POSTED))
        .map(POSTED::equals);
  }
}
