package org.kartoteka.platform.api.security;

import java.time.Instant;

/** An API token as its owner sees it; the token itself is not kept. */
public record TokenView(
    long id, String name, Instant issuedAt, Instant expiresAt, Instant lastUsed) {}
