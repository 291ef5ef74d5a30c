package org.kartoteka.core.internal.merge;

import java.time.Duration;
import javax.sql.DataSource;
import org.kartoteka.core.internal.merge.MergeParticipants.Follower;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.job.JobRun;
import org.kartoteka.platform.api.job.ScheduledJob;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets features that were stopped do what they missed of merges, soon after they are back. */
@Component(
    reference =
        @Reference(name = "schema", service = DataSource.class, target = "(kartoteka.schema=core)"))
public final class FollowMerges implements ScheduledJob {

  private static final Logger LOG = LoggerFactory.getLogger(FollowMerges.class);

  private final UnitOfWork unitOfWork;
  private final MergeParticipants participants;
  private final MergeRows rows;

  @Activate
  public FollowMerges(
      @Reference UnitOfWork unitOfWork,
      @Reference MergeParticipants participants,
      @Reference MergeRows rows) {
    this.unitOfWork = unitOfWork;
    this.participants = participants;
    this.rows = rows;
  }

  @Override
  public String name() {
    return "core.follow-merges";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(5);
  }

  @Override
  public void run(JobRun run) {
    participants.present().forEach(this::follow);
  }

  private void follow(Follower participant) {
    try {
      unitOfWork.callSeparately(
          () -> {
            rows.alone();
            participants.catchUp(participant, null);
            return null;
          });
    } catch (RuntimeException failure) {
      LOG.error("{} could not follow a merge and will try again", participant.name(), failure);
    }
  }
}
