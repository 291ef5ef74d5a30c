package org.kartoteka.platform.api.identity;

import java.net.URI;
import java.time.Instant;

/**
 * A browser's visit to a provider, from its being sent there until it comes back. Kept on the
 * server, in the session of that browser; used once.
 *
 * @param address where the browser is sent
 * @param state by which the answer is known to belong to this visit
 * @param nonce by which the token is known to be made for this visit
 * @param verifier the secret behind the challenge that was sent (PKCE)
 * @param back where the browser comes back to
 * @param anew whether the person must prove anew who he is
 */
public record ProviderVisit(
    String provider,
    URI address,
    String state,
    String nonce,
    String verifier,
    URI back,
    boolean anew,
    Instant begun) {}
