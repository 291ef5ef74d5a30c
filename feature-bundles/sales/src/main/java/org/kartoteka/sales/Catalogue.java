package org.kartoteka.sales;

import java.util.List;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Products and services in nested groups. Reading needs {@code sales.document.read}, writing {@code
 * sales.catalogue.change}.
 */
@ProviderType
public interface Catalogue {

  /** The type of products in references. */
  String PRODUCT = "sales.product";

  /** The type of product groups in references. */
  String GROUP = "sales.product-group";

  /** Adds a product. */
  ProductView add(ProductData data);

  /** Changes a product; documents keep what stands on them. */
  ProductView change(ProductId id, ExpectedRevision revision, ProductData data);

  /** Removes a product that stands on no document. */
  void remove(ProductId id, ExpectedRevision revision);

  /**
   * One product.
   *
   * @throws org.kartoteka.platform.api.problem.NotFound when there is none
   */
  ProductView get(ProductId id);

  /** A page of products. Sorts: {@code name} (default), {@code code}, {@code changedAt}. */
  Page<ProductView> page(ProductQuery query, PageRequest request);

  /** How many match, counted up to the given number at most. */
  long count(ProductQuery query, long atMost);

  /** All groups, each behind the one it lies in. */
  List<ProductGroupView> groups();

  /** Adds a group. */
  ProductGroupView addGroup(ProductGroupData data);

  /** Changes a group, or moves it with all below it into another. */
  ProductGroupView changeGroup(ProductGroupId id, ExpectedRevision revision, ProductGroupData data);

  /** Removes a group in which nothing lies and of which nothing was sold. */
  void removeGroup(ProductGroupId id, ExpectedRevision revision);
}
