package org.kartoteka.sales;

/**
 * A group of products.
 *
 * @param code unique; stays in trade events
 * @param parentId the group it lies in; null for an outermost one
 */
public record ProductGroupData(String code, String name, ProductGroupId parentId) {}
