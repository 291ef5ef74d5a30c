package org.kartoteka.security.internal.audit;

import java.time.Duration;
import org.kartoteka.platform.api.job.JobRun;
import org.kartoteka.platform.api.job.ScheduledJob;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Seals what was written to the audit log, some seconds after it was committed. */
@Component
public final class SealAuditLog implements ScheduledJob {

  private final Seals seals;

  @Activate
  public SealAuditLog(@Reference Seals seals) {
    this.seals = seals;
  }

  @Override
  public String name() {
    return "security.seal-audit-log";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(5);
  }

  @Override
  public void run(JobRun run) {
    seals.sealAll();
  }
}
