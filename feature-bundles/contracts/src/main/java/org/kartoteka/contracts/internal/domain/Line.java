package org.kartoteka.contracts.internal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import org.kartoteka.contracts.LineData;
import org.kartoteka.core.api.trade.Billing;

/** A line of a contract or an annex in its table. */
@Embeddable
public class Line {

  @Column(name = "line_key")
  private String key;

  private String product;

  private String name;

  private BigDecimal quantity;

  private String unit;

  @Column(name = "unit_price")
  private BigDecimal unitPrice;

  @Column(name = "unit_cost")
  private BigDecimal unitCost;

  @Column(name = "tax_code")
  private String taxCode;

  @Column(name = "every_months")
  private int everyMonths;

  @Enumerated(EnumType.STRING)
  private Billing.Due due;

  @Column(name = "aligned_to")
  private LocalDate alignedTo;

  @Column(name = "first_day")
  private LocalDate from;

  @Column(name = "last_day")
  private LocalDate until;

  protected Line() {}

  Line(LineData data) {
    key = data.key();
    product = data.product();
    name = data.name();
    quantity = data.quantity();
    unit = data.unit();
    unitPrice = data.unitPrice();
    unitCost = data.unitCost();
    taxCode = data.taxCode();
    everyMonths = data.everyMonths();
    due = data.due();
    alignedTo = data.alignedTo();
    from = data.from();
    until = data.until();
  }

  LineData data() {
    return new LineData(
        key,
        product,
        name,
        quantity,
        unit,
        unitPrice,
        unitCost,
        taxCode,
        everyMonths,
        due,
        alignedTo,
        from,
        until);
  }

  static List<Line> all(List<LineData> lines) {
    return new ArrayList<>(lines.stream().map(Line::new).toList());
  }

  static List<LineData> data(List<Line> lines) {
    return lines.stream().map(Line::data).toList();
  }
}
