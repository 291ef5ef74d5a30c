package org.kartoteka.platform.api.identity;

import java.time.Instant;
import org.kartoteka.platform.api.security.UserId;

/**
 * That a user is known elsewhere.
 *
 * @param provider the id of who knows him
 * @param title the provider's name for people; its id while it is away
 * @param redirects whether he signs in on the provider's own page
 * @param issuer who vouches; null before the first sign-in
 * @param subject what he is there; null while only a name or an e-mail is known
 * @param name his sign-in name there; null before the first sign-in
 * @param since when he first signed in by it; null before
 */
public record IdentityView(
    UserId user,
    String provider,
    String title,
    boolean redirects,
    String issuer,
    String subject,
    String name,
    Instant since) {}
