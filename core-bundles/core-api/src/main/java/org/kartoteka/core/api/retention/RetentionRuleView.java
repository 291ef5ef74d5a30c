package org.kartoteka.core.api.retention;

import java.time.Instant;

/**
 * How long data of a kind are kept.
 *
 * @param kind its name; its words are the text {@code privacy.retention.<kind>}
 * @param feature whose it is
 * @param months after how many months they are due; null when there is no rule
 * @param resting whether the feature is stopped: nothing becomes due and nothing is erased
 * @param due how many records wait for a decision, as far as the user reaches them
 * @param changedAt when the rule was made or changed; null without a rule
 * @param changedBy by whom; null without a rule
 */
public record RetentionRuleView(
    String kind,
    String feature,
    Integer months,
    boolean resting,
    long due,
    Instant changedAt,
    String changedBy) {}
