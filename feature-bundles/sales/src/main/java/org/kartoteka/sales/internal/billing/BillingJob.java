package org.kartoteka.sales.internal.billing;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.kartoteka.platform.api.job.JobRun;
import org.kartoteka.platform.api.job.ScheduledJob;
import org.kartoteka.sales.RunOrder;
import org.kartoteka.sales.internal.SalesSettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Carries runs of recurring invoices through, batch by batch, after a restart too; starts one each
 * day where people want that.
 */
@Component
public final class BillingJob implements ScheduledJob {

  private static final Duration EVERY = Duration.ofSeconds(5);

  private final RunService runs;
  private final SalesSettings settings;
  private final Clock clock;

  @Activate
  public BillingJob(
      @Reference RunService runs, @Reference SalesSettings settings, @Reference Clock clock) {
    this.runs = runs;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "sales.recurring-invoices";
  }

  @Override
  public Duration every() {
    return EVERY;
  }

  @Override
  public void run(JobRun run) {
    LocalDate today = LocalDate.now(clock);
    settings
        .automaticRunPosts()
        .filter(posting -> !runs.wasStartedFor(today))
        .ifPresent(posting -> runs.start(new RunOrder(today, posting)));
    while (!run.cancelled() && runs.goOn()) {
      continue;
    }
  }
}
