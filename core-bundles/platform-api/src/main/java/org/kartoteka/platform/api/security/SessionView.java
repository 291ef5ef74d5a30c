package org.kartoteka.platform.api.security;

import java.time.Instant;

/**
 * A browser in which somebody is signed in.
 *
 * @param address the network address it was last used from
 * @param browser such as {@code Firefox, Linux}
 * @param present whether it is the session of this very call
 */
public record SessionView(
    SessionId id,
    UserId user,
    Instant openedAt,
    Instant lastUsed,
    String address,
    String browser,
    boolean present) {}
