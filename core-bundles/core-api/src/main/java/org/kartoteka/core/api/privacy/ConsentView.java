package org.kartoteka.core.api.privacy;

import java.time.Instant;

/**
 * A consent as it was given; it stays as the proof after it was withdrawn.
 *
 * @param withdrawnAt null while it was not withdrawn
 * @param withdrawal how it was withdrawn
 * @param valid whether it holds now
 */
public record ConsentView(
    ConsentId id,
    ConsentData data,
    String recordedBy,
    Instant withdrawnAt,
    String withdrawnBy,
    String withdrawal,
    boolean valid) {}
