package org.kartoteka.sales.internal;

import java.util.List;
import org.kartoteka.core.api.search.SearchHit;
import org.kartoteka.core.api.search.SearchSource;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.sales.Catalogue;
import org.kartoteka.sales.ProductQuery;
import org.kartoteka.sales.ProductView;
import org.kartoteka.sales.internal.data.CatalogueRows;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds products and services. */
@Component
public final class ProductSearch implements SearchSource {

  private final CatalogueRows rows;
  private final AccessControl access;

  @Activate
  public ProductSearch(@Reference CatalogueRows rows, @Reference AccessControl access) {
    this.rows = rows;
    this.access = access;
  }

  @Override
  public String type() {
    return Catalogue.PRODUCT;
  }

  @Override
  public int order() {
    return 41;
  }

  @Override
  public List<SearchHit> search(String text, int limit) {
    if (!access.may(SalesPermissions.READ)) {
      return List.of();
    }
    return rows
        .page(new ProductQuery(text, null, null, false), PageRequest.first(limit))
        .items()
        .stream()
        .map(ProductSearch::hit)
        .toList();
  }

  private static SearchHit hit(ProductView product) {
    return new SearchHit(
        RecordRef.of(Catalogue.PRODUCT, product.id(), product.name()),
        product.code(),
        "sales/catalogue?product=" + product.id().value());
  }
}
