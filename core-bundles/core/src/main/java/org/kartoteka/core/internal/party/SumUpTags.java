package org.kartoteka.core.internal.party;

import java.time.Duration;
import javax.sql.DataSource;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.job.JobRun;
import org.kartoteka.platform.api.job.ScheduledJob;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the list of tags short, however much is tagged. */
@Component(
    reference =
        @Reference(name = "schema", service = DataSource.class, target = "(kartoteka.schema=core)"))
public final class SumUpTags implements ScheduledJob {

  private final UnitOfWork unitOfWork;
  private final PartyTags tags;

  @Activate
  public SumUpTags(@Reference UnitOfWork unitOfWork, @Reference PartyTags tags) {
    this.unitOfWork = unitOfWork;
    this.tags = tags;
  }

  @Override
  public String name() {
    return "core.sum-up-tags";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(15);
  }

  @Override
  public void run(JobRun run) {
    unitOfWork.run(tags::sumUp);
  }
}
