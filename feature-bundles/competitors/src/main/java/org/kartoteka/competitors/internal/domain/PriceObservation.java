package org.kartoteka.competitors.internal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.kartoteka.competitors.PriceObservationData;
import org.kartoteka.competitors.PriceObservationId;
import org.kartoteka.competitors.ProductId;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.persistence.Kept;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.money.Money;

/** A price of a competitor's product that was seen on a day. */
@Entity
@Table(name = "price_observation", schema = "competitors")
public class PriceObservation extends Kept {

  @Id
  @SequenceGenerator(
      name = "price_observation",
      schema = "competitors",
      sequenceName = "price_observation_seq",
      allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "price_observation")
  private Long id;

  @Column(name = "product_id")
  private long productId;

  @Column(name = "competitor_id")
  private long competitorId;

  @Column(name = "observed_on")
  private LocalDate observedOn;

  private BigDecimal amount;

  private String currency;

  @Column(name = "customer_id")
  private Long customerId;

  private String source;

  private String note;

  protected PriceObservation() {}

  /** A new observation with data in their normal form. */
  public PriceObservation(Product product, PriceObservationData data, Act act) {
    super(act);
    productId = product.id().value();
    competitorId = product.competitor().value();
    write(data);
  }

  /** Takes over data in their normal form; the product stays. */
  public void change(PriceObservationData data, Act act) {
    write(data);
    touched(act);
  }

  public PriceObservationId id() {
    return new PriceObservationId(id);
  }

  public PartyId competitor() {
    return new PartyId(competitorId);
  }

  public ProductId product() {
    return new ProductId(productId);
  }

  /** What was observed. */
  public PriceObservationData data() {
    return new PriceObservationData(
        product(),
        observedOn,
        new Money(amount, Currency.getInstance(currency)),
        customerId == null ? null : new PartyId(customerId),
        source,
        note);
  }

  private void write(PriceObservationData data) {
    observedOn = data.date();
    amount = data.price().amount();
    currency = data.price().currency().getCurrencyCode();
    customerId = data.customerId() == null ? null : data.customerId().value();
    source = data.source();
    note = data.note();
  }
}
