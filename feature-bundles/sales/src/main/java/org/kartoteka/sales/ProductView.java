package org.kartoteka.sales;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import org.kartoteka.platform.api.http.Versioned;

/** A product or service; see {@link ProductData} for the fields. */
public record ProductView(
    ProductId id,
    long revision,
    String code,
    String name,
    ProductKind kind,
    String unit,
    BigDecimal price,
    BigDecimal cost,
    Currency currency,
    String taxCode,
    ProductGroupId groupId,
    String groupName,
    boolean active,
    Instant changedAt,
    String changedBy)
    implements Versioned {

  /** What people can change of it. */
  public ProductData data() {
    return new ProductData(code, name, kind, unit, price, cost, currency, taxCode, groupId, active);
  }
}
