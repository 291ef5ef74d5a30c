package org.kartoteka.platform.api.identity;

import java.time.Instant;

/**
 * That somebody has signed out at a provider, as the provider has told and proved.
 *
 * @param issuer who vouches
 * @param subject who it is; null when only the session is told
 * @param session the id of his session there; null when all of his sessions are meant
 * @param id by which the message is known to be told only once
 * @param end when the message is not believed any more
 */
public record ProviderLogout(
    String issuer, String subject, String session, String id, Instant end) {}
