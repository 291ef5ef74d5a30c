package org.kartoteka.core.internal.data;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.security.CurrentUser;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells who acts, and when. */
@Component(service = Acts.class)
public class Acts {

  private final Clock clock;
  private final CurrentUser user;

  @Activate
  public Acts(@Reference Clock clock, @Reference CurrentUser user) {
    this.clock = clock;
    this.user = user;
  }

  /** An act of the current user, now; as exact as the database keeps times. */
  public Act now() {
    return new Act(
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        LocalDate.now(clock),
        user.require().name());
  }
}
