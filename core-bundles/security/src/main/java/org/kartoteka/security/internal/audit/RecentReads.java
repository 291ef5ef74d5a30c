package org.kartoteka.security.internal.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.UserId;

/**
 * Remembers for a while who read what, so that working with a card leaves one entry. What is
 * forgotten early is only recorded once more.
 */
final class RecentReads {

  static final Duration A_WHILE = Duration.ofMinutes(10);
  private static final int REMEMBERED = 20_000;

  private record Reading(UserId reader, String type, String id, String group) {}

  private final Clock clock;
  private final Map<Reading, Instant> readings =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Reading, Instant> eldest) {
          return size() > REMEMBERED;
        }
      };

  RecentReads(Clock clock) {
    this.clock = clock;
  }

  synchronized boolean isNew(UserId reader, RecordRef record, String group) {
    Instant last = readings.get(reading(reader, record, group));
    return last == null || !last.plus(A_WHILE).isAfter(clock.instant());
  }

  synchronized void remember(UserId reader, RecordRef record, String group) {
    Reading reading = reading(reader, record, group);
    readings.remove(reading);
    readings.put(reading, clock.instant());
  }

  private static Reading reading(UserId reader, RecordRef record, String group) {
    return new Reading(reader, record.type(), record.id(), group);
  }
}
