package org.kartoteka.contracts;

import java.time.LocalDate;

/**
 * Where a paper is.
 *
 * @param holder who has it now
 * @param askedOn when it was asked for last
 * @param receivedOn when it came to us
 * @param place where it is kept
 */
public record OriginalData(String holder, LocalDate askedOn, LocalDate receivedOn, String place) {}
