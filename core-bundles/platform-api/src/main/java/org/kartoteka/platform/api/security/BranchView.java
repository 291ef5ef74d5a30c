package org.kartoteka.platform.api.security;

import org.kartoteka.platform.api.http.Versioned;

/**
 * A branch of the company.
 *
 * @param users how many users belong to it, those of the branches below not counted
 */
public record BranchView(BranchId id, long revision, String name, BranchId parentId, long users)
    implements Versioned {}
