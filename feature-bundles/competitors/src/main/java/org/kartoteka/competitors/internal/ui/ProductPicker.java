package org.kartoteka.competitors.internal.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.Objects;
import org.kartoteka.competitors.CompetitorProducts;
import org.kartoteka.competitors.ProductId;
import org.kartoteka.competitors.ProductQuery;
import org.kartoteka.competitors.ProductView;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.ui.api.component.KeysetPages;

/** Chooses a product of a competitor, or takes the name of a new one. */
final class ProductPicker extends ComboBox<ProductView> {

  private static final int PAGE = 50;

  private final transient CompetitorProducts products;
  private PartyId competitor;
  private String typed;
  private transient KeysetPages<ProductView> pages;

  ProductPicker(CompetitorProducts products) {
    this.products = products;
    setPageSize(PAGE);
    setItemLabelGenerator(ProductPicker::label);
    setAllowCustomValue(true);
    addCustomValueSetListener(
        event -> {
          String name = event.getDetail().strip();
          setValue(name.isEmpty() ? null : named(name));
        });
    setItems(
        query ->
            of(query.getFilter().orElse(""))
                .rows(query.getOffset(), query.getLimit(), null)
                .stream());
  }

  /** Offers the products of this competitor; all when null. */
  void offer(PartyId chosen) {
    if (!Objects.equals(competitor, chosen)) {
      competitor = chosen;
      pages = null;
      if (getValue() != null && getValue().id() != null) {
        clear();
      }
      getDataProvider().refreshAll();
    }
  }

  /** The chosen product; null when none is, or a new one. */
  ProductId productId() {
    return getValue() == null ? null : getValue().id();
  }

  /** The name of a new product; null when none is typed. */
  String newName() {
    return getValue() != null && getValue().id() == null ? getValue().name() : null;
  }

  private KeysetPages<ProductView> of(String text) {
    if (pages == null || !text.equals(typed)) {
      typed = text;
      ProductQuery query = new ProductQuery(text, competitor, null);
      pages = new KeysetPages<>(PAGE, request -> products.page(query, request));
    }
    return pages;
  }

  private static String label(ProductView product) {
    return Words.joined(" · ", product.name(), product.category());
  }

  private static ProductView named(String name) {
    return new ProductView(
        null, 0, null, null, name, null, null, null, null, null, null, null, null, null);
  }
}
