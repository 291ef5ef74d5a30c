package org.kartoteka.competitors.internal;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kartoteka.competitors.CompetitorProducts;
import org.kartoteka.competitors.ProductQuery;
import org.kartoteka.competitors.ProductView;
import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.competitors.internal.data.ProductRows;
import org.kartoteka.core.api.search.SearchHit;
import org.kartoteka.core.api.search.SearchSource;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds competitors' products. */
@Component
public final class ProductSearch implements SearchSource {

  private final ProductRows rows;
  private final AccessControl access;

  @Activate
  public ProductSearch(@Reference ProductRows rows, @Reference AccessControl access) {
    this.rows = rows;
    this.access = access;
  }

  @Override
  public String type() {
    return CompetitorProducts.TYPE;
  }

  @Override
  public int order() {
    return 61;
  }

  @Override
  public List<SearchHit> search(String text, int limit) {
    if (!access.may(CompetitorPermissions.READ)) {
      return List.of();
    }
    return rows.page(new ProductQuery(text, null, null), PageRequest.first(limit)).items().stream()
        .map(ProductSearch::hit)
        .toList();
  }

  private static SearchHit hit(ProductView product) {
    return new SearchHit(
        RecordRef.of(CompetitorProducts.TYPE, product.id(), product.name()),
        Stream.of(product.competitorName(), product.category())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" · ")),
        "competitors/prices?product=" + product.id().value());
  }
}
