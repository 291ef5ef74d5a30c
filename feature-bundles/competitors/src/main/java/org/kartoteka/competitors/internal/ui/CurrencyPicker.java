package org.kartoteka.competitors.internal.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Chooses a currency by its code or name; those of our languages come first. */
final class CurrencyPicker extends ComboBox<Currency> {

  private static final List<String> FIRST =
      List.of("PLN", "EUR", "BGN", "RUB", "USD", "GBP", "CZK", "RON", "UAH", "CHF");

  CurrencyPicker(Locale locale) {
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
}
