package org.kartoteka.platform.api.identity;

import java.time.Instant;

/**
 * A certificate that is believed, as it is shown.
 *
 * @param subject whose it is, such as {@code CN=Company CA,O=Company}
 * @param validUntil when it runs out
 */
public record TrustedCertificate(String subject, Instant validUntil) {}
