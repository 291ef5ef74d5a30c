package org.kartoteka.platform.internal.thread;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Component;

/** The one clock of the product, in the zone of the machine. */
@Component(service = Clock.class)
public final class SystemClock extends Clock {

  private final Clock clock = Clock.systemDefaultZone();

  @Override
  public ZoneId getZone() {
    return clock.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return clock.withZone(zone);
  }

  @Override
  public Instant instant() {
    return clock.instant();
  }
}
