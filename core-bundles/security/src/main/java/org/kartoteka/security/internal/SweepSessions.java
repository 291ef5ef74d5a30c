package org.kartoteka.security.internal;

import java.time.Duration;
import org.kartoteka.platform.api.job.JobRun;
import org.kartoteka.platform.api.job.ScheduledJob;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Removes the sessions that nobody came back to, and what does not count any more. */
@Component
public final class SweepSessions implements ScheduledJob {

  private final SessionService sessions;
  private final AuthenticationService authentication;
  private final BackChannelLogoutService logouts;

  @Activate
  public SweepSessions(
      @Reference SessionService sessions,
      @Reference AuthenticationService authentication,
      @Reference BackChannelLogoutService logouts) {
    this.logouts = logouts;
    this.sessions = sessions;
    this.authentication = authentication;
  }

  @Override
  public String name() {
    return "security.sweep-sessions";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(10);
  }

  @Override
  public void run(JobRun run) {
    sessions.sweep();
    authentication.sweep();
    logouts.sweep();
  }
}
