package org.kartoteka.security.internal;

import java.time.Duration;
import org.kartoteka.platform.api.settings.Settings;

/** How long sessions and proofs last, as the installation wants it. */
final class SessionLimits {

  static final String IDLE_MINUTES = "security.session-idle-minutes";
  static final String HOURS = "security.session-hours";
  static final String PROOF_MINUTES = "security.proof-minutes";

  private final Settings settings;

  SessionLimits(Settings settings) {
    this.settings = settings;
  }

  /** How long a session lasts without being used. */
  Duration idle() {
    return Duration.ofMinutes(number(IDLE_MINUTES, 120, 5, 24 * 60));
  }

  /** How long a session lasts at all. */
  Duration longest() {
    return Duration.ofHours(number(HOURS, 12, 1, 24 * 30));
  }

  /** How long the proof of who somebody is counts as recent. */
  Duration proof() {
    return Duration.ofMinutes(number(PROOF_MINUTES, 15, 1, 24 * 60));
  }

  private long number(String key, long usual, long least, long most) {
    try {
      long chosen = settings.get(key).map(Long::parseLong).orElse(usual);
      return Math.max(least, Math.min(most, chosen));
    } catch (NumberFormatException unreadable) {
      return usual;
    }
  }
}
