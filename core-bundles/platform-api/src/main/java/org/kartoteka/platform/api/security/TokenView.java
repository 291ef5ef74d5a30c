package org.kartoteka.platform.api.security;

import java.time.Instant;
import java.util.List;

/**
 * An API token as its owner and administrators see it; the token itself is not kept.
 *
 * @param permissions what it may do at most; null is all its user may
 */
public record TokenView(
    long id,
    UserId user,
    String name,
    Instant issuedAt,
    Instant expiresAt,
    Instant lastUsed,
    List<String> permissions,
    boolean readOnly) {}
