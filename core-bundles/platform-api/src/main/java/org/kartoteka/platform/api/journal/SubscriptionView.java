package org.kartoteka.platform.api.journal;

/**
 * A durable subscription as an administrator sees it.
 *
 * @param name its durable name
 * @param feature the feature or core bundle it belongs to
 * @param connected whether its handler is there now
 * @param position the position of the last event it has handled
 * @param waiting how many events wait for it
 * @param parked how many events were put aside
 * @param lastError the last failure; null when the last event went well
 */
public record SubscriptionView(
    String name,
    String feature,
    boolean connected,
    long position,
    long waiting,
    long parked,
    String lastError) {}
