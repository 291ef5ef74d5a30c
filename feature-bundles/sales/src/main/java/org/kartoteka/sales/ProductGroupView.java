package org.kartoteka.sales;

import org.kartoteka.platform.api.http.Versioned;

/**
 * A group of products; see {@link ProductGroupData} for the fields.
 *
 * @param depth 0 for an outermost group
 */
public record ProductGroupView(
    ProductGroupId id, long revision, String code, String name, ProductGroupId parentId, int depth)
    implements Versioned {

  /** What people can change of it. */
  public ProductGroupData data() {
    return new ProductGroupData(code, name, parentId);
  }
}
