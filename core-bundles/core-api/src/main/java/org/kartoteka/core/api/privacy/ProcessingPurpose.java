package org.kartoteka.core.api.privacy;

/**
 * What personal data are processed for.
 *
 * @param name a short word, such as {@code marketing}; it stays
 * @param archived not for new consents any more; nothing is processed for it
 */
public record ProcessingPurpose(
    String name, LegalBasis basis, String description, boolean archived) {}
