package org.kartoteka.platform.api.feature;

import java.util.List;

/**
 * What stopping a feature would mean.
 *
 * @param stopsToo features that would stop with it because they need it
 * @param openViews how many of its views are open in browsers now
 * @param openWork what would wait, in sentences of the asker's language
 * @param subscriptions its durable subscriptions, whose events would wait
 */
public record FeatureImpact(
    String id,
    List<String> stopsToo,
    int openViews,
    List<String> openWork,
    List<String> subscriptions) {}
