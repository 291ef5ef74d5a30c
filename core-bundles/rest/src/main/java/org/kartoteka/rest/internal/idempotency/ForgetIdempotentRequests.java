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
@Component(
    reference =
        @Reference(name = "schema", service = DataSource.class, target = "(kartoteka.schema=rest)"))
public final class ForgetIdempotentRequests implements ScheduledJob {

  private final UnitOfWork unitOfWork;
  private final AnswerMemory memory;

  @Activate
  public ForgetIdempotentRequests(@Reference UnitOfWork unitOfWork, @Reference Clock clock) {
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
