package org.kartoteka.core.internal.duplicate;

import java.time.Duration;
import javax.sql.DataSource;
import org.kartoteka.core.internal.data.MassWriting;
import org.kartoteka.platform.api.job.JobRun;
import org.kartoteka.platform.api.job.ScheduledJob;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Compares parties and persons soon after they were registered or changed; what an import brings,
 * when it has ended.
 */
@Component(
    reference =
        @Reference(name = "schema", service = DataSource.class, target = "(kartoteka.schema=core)"))
public final class FindDuplicates implements ScheduledJob {

  private final DuplicateSearch search;
  private final MassWriting writing;

  @Activate
  public FindDuplicates(@Reference DuplicateSearch search, @Reference MassWriting writing) {
    this.search = search;
    this.writing = writing;
  }

  @Override
  public String name() {
    return "core.find-duplicates";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(2);
  }

  @Override
  public void run(JobRun run) {
    search.run(() -> writing.isGoing() || run.cancelled());
  }
}
