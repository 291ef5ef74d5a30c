package org.kartoteka.sales.internal;

import java.util.List;
import java.util.Optional;
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

  private final Settings settings;

  @Activate
  public SalesSettings(@Reference Settings settings) {
    this.settings = settings;
  }

  /** The code of the rate of tax for what names none. */
  public String usualTaxCode() {
    return settings.get(TAX_CODE).orElse(USUAL_TAX);
  }

  /** In how many days recurring invoices are to be paid. */
  public int paymentDays() {
    return settings
        .get(PAYMENT_DAYS)
        .filter(text -> text.matches("\\d{1,3}"))
        .map(Integer::parseInt)
        .orElse(USUAL_DAYS);
  }

  /** Who we are, as it stands on invoices, line by line. */
  public List<String> seller() {
    return settings.get(SELLER).map(text -> text.lines().toList()).orElse(List.of());
  }

  /** Whether a run starts each day by itself, and whether it posts; empty when it does not. */
  public Optional<Boolean> automaticRunPosts() {
    return settings
        .get(AUTOMATIC_RUN)
        .filter(word -> word.equals("drafts") || word.equals("posted"))
        .map("posted"::equals);
  }
}
