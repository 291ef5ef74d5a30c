package org.kartoteka.rest.internal.idempotency;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.job.JobRun;
import org.kartoteka.platform.api.job.ScheduledJob;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Deletes remembered answers when their day is over. */
@Component
public final class ForgetIdempotentRequests implements ScheduledJob {

  private final UnitOfWork unitOfWork;
  private final AnswerMemory memory;

  /**
   * @param migrated there when the tables are
   */
  @Activate
  public ForgetIdempotentRequests(
      @Reference UnitOfWork unitOfWork,
      @Reference Clock clock,
      @Reference(target = "(kartoteka.schema=rest)") DataSource migrated) {
    this.unitOfWork = unitOfWork;
    this.memory = new AnswerMemory(unitOfWork, clock);
  }

  @Override
  public String name() {
    return "rest.forget-idempotent-requests";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void run(JobRun run) {
    unitOfWork.run(memory::forgetOld);
  }
}
