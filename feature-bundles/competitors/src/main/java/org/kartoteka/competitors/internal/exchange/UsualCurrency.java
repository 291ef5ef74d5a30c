package org.kartoteka.competitors.internal.exchange;

import java.util.Currency;
import java.util.Optional;
import org.kartoteka.platform.api.exchange.CellText;
import org.kartoteka.platform.api.settings.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The currency of prices that come without one. */
@Component(service = UsualCurrency.class)
public final class UsualCurrency {

  /** The key of the setting. */
  public static final String SETTING = "competitors.usual-currency";

  private final Settings settings;

  @Activate
  public UsualCurrency(@Reference Settings settings) {
    this.settings = settings;
  }

  /** The currency; empty when none was chosen. */
  public Optional<Currency> get() {
    return settings.get(SETTING).flatMap(CellText::currency);
  }

  /** Chooses the currency; null for none. */
  public void choose(Currency currency) {
    settings.set(SETTING, currency == null ? null : currency.getCurrencyCode());
  }
}
