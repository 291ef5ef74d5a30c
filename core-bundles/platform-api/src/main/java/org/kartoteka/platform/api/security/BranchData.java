package org.kartoteka.platform.api.security;

/**
 * What can be said of a branch.
 *
 * @param name unique without regard to case
 * @param parentId the branch above it; null for one at the top
 */
public record BranchData(String name, BranchId parentId) {}
