package org.kartoteka.competitors.internal.domain;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.kartoteka.competitors.ProductData;
import org.kartoteka.competitors.ProductId;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.persistence.Kept;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.data.SearchText;

/** A product or service of a competitor. */
@Entity
@Table(name = "product", schema = "competitors")
public class Product extends Kept {

  @Id
  @SequenceGenerator(
      name = "product",
      schema = "competitors",
      sequenceName = "product_seq",
      allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "product")
  private Long id;

  @Column(name = "competitor_id")
  private long competitorId;

  private String name;

  private String category;

  private String unit;

  @Column(name = "comparable_product")
  private String comparableProduct;

  @Column(name = "search_text")
  private String searchText;

  protected Product() {}

  /** A new product with data in their normal form. */
  public Product(PartyId competitor, ProductData data, Act act) {
    super(act);
    competitorId = competitor.value();
    write(data);
  }

  /** Takes over data in their normal form. */
  public void change(ProductData data, Act act) {
    write(data);
    touched(act);
  }

  public ProductId id() {
    return new ProductId(id);
  }

  public PartyId competitor() {
    return new PartyId(competitorId);
  }

  public String name() {
    return name;
  }

  /** What is known of it. */
  public ProductData data() {
    return new ProductData(name, category, unit, comparableProduct);
  }

  private void write(ProductData data) {
    name = data.name();
    category = data.category();
    unit = data.unit();
    comparableProduct = data.comparableProduct();
    searchText = SearchText.of(name, category, comparableProduct);
  }
}
