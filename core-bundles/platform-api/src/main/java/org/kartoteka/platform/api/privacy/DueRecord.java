package org.kartoteka.platform.api.privacy;

import java.time.Instant;

/**
 * A record that was kept for as long as its rule says.
 *
 * @param party the party it belongs to, by which it is in reach of people; null when to none
 * @param since from when its age is counted
 */
public record DueRecord(long id, Long party, Instant since) {}
