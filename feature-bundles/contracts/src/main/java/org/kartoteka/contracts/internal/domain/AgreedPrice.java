package org.kartoteka.contracts.internal.domain;

import java.math.BigDecimal;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import org.kartoteka.contracts.TariffLine;

/** A line of a tariff appendix in its table. */
@Embeddable
public class AgreedPrice {

  private String product;

  private String name;

  private String unit;

  @Column(name = "unit_price")
  private BigDecimal unitPrice;

  @Column(name = "min_quantity")
  private BigDecimal minQuantity;

  @Column(name = "max_quantity")
  private BigDecimal maxQuantity;

  protected AgreedPrice() {}

  AgreedPrice(TariffLine line) {
    product = line.product();
    name = line.name();
    unit = line.unit();
    unitPrice = line.unitPrice();
    minQuantity = line.minQuantity();
    maxQuantity = line.maxQuantity();
  }

  TariffLine line() {
    return new TariffLine(product, name, unit, unitPrice, minQuantity, maxQuantity);
  }
}
