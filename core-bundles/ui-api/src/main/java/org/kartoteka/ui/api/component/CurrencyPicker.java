package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Chooses a currency by its code or name; those of our languages come first. */
public class CurrencyPicker extends ComboBox<Currency> {

  private static final List<String> FIRST =
      List.of("PLN", "EUR", "BGN", "RUB", "USD", "GBP", "CZK", "RON", "UAH", "CHF");

  /** Names are in the language. */
  public CurrencyPicker(Locale locale) {
    Stream<String> others =
        Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .filter(code -> !FIRST.contains(code))
            .sorted();
    setItems(
        (currency, filter) ->
            (currency.getCurrencyCode() + " " + currency.getDisplayName(locale))
                .toLowerCase(locale)
                .contains(filter.toLowerCase(locale)),
        Stream.concat(FIRST.stream(), others).map(Currency::getInstance).toList());
    setItemLabelGenerator(Currency::getCurrencyCode);
    setClearButtonVisible(true);
  }

  /** The code of the chosen currency; null when none is chosen. */
  public String code() {
    return getValue() == null ? null : getValue().getCurrencyCode();
  }

  /** Chooses a currency by its code; null chooses none. */
  public void choose(String code) {
    setValue(code == null ? null : Currency.getInstance(code));
  }
}
