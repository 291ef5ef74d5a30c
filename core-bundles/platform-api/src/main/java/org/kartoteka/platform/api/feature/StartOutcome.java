package org.kartoteka.platform.api.feature;

/**
 * What came of starting a feature.
 *
 * @param caughtUp how many journal events were caught up
 * @param stillWaiting how many still wait (it goes on in the background)
 */
public record StartOutcome(FeatureView feature, long caughtUp, long stillWaiting) {}
