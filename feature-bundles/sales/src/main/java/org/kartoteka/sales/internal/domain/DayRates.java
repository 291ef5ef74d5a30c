package org.kartoteka.sales.internal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.kartoteka.sales.TaxRate;

/** The rates of tax by code and day. */
public final class DayRates {

  private final Map<String, NavigableMap<LocalDate, BigDecimal>> rates = new HashMap<>();

  public DayRates(List<TaxRate> all) {
    all.forEach(
        rate ->
            rates
                .computeIfAbsent(rate.code(), code -> new TreeMap<>())
                .put(rate.validFrom(), rate.percent()));
  }

  /** The rate of the code that holds on the day. */
  public Optional<Taxation.Rate> on(String code, LocalDate day) {
    return Optional.ofNullable(rates.get(code))
        .map(ofCode -> ofCode.floorEntry(day))
        .map(entry -> new Taxation.Rate(code, entry.getValue()));
  }
}
