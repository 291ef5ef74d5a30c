package org.kartoteka.core.api.privacy;

import java.time.Instant;

/**
 * A consent to be written down.
 *
 * @param purpose to what, by name
 * @param channel by which way they may be reached: {@code email}, {@code phone}, {@code sms},
 *     {@code post} or {@code any}
 * @param textVersion which text they agreed to
 * @param source where it was given: a form, a fair, a phone call
 * @param proof how it can be shown; may be null
 * @param givenAt null for now
 * @param expiresAt null when it does not expire
 */
public record ConsentData(
    String purpose,
    String channel,
    String textVersion,
    String source,
    String proof,
    Instant givenAt,
    Instant expiresAt) {}
