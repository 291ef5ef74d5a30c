package org.kartoteka.competitors;

import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What competitors sell. Reading needs {@code competitors.competitor.read}, writing {@code
 * competitors.observation.record}, removal {@code competitors.observation.remove}.
 */
@ProviderType
public interface CompetitorProducts {

  /** The type of products in references. */
  String TYPE = "competitors.product";

  /** Adds a product to a competitor. */
  ProductView add(PartyId competitor, ProductData data);

  /** Changes a product. */
  ProductView change(ProductId id, ExpectedRevision revision, ProductData data);

  /**
   * Removes a product.
   *
   * @throws org.kartoteka.platform.api.problem.Refused while prices of it are recorded
   */
  void remove(ProductId id, ExpectedRevision revision);

  /**
   * One product.
   *
   * @throws org.kartoteka.platform.api.problem.NotFound when there is none
   */
  ProductView get(ProductId id);

  /** A page of products. Sorts: {@code name} (default), {@code competitorName}. */
  Page<ProductView> page(ProductQuery query, PageRequest request);

  /** How many match, counted up to the given number at most. */
  long count(ProductQuery query, long atMost);
}
