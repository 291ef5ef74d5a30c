package org.kartoteka.core.api.timeline;

import java.util.Set;

/**
 * What is wanted of a timeline.
 *
 * @param kinds only these; empty for all
 * @param actor the sign-in name of who did it; null for anybody
 */
public record TimelineQuery(Set<String> kinds, String actor) {

  public TimelineQuery {
    kinds = kinds == null ? Set.of() : Set.copyOf(kinds);
    actor = actor == null || actor.isBlank() ? null : actor.strip();
  }

  /** Everything. */
  public static TimelineQuery all() {
    return new TimelineQuery(null, null);
  }
}
