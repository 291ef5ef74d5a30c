package org.kartoteka.core.internal.handover;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.kartoteka.core.api.handover.OwnedRecords;
import org.kartoteka.core.internal.handover.HandoverRows.Given;
import org.kartoteka.core.internal.handover.HandoverRows.Kept;
import org.kartoteka.core.internal.handover.HandoverRows.Part;
import org.kartoteka.core.internal.handover.HandoverRows.State;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.job.JobRun;
import org.kartoteka.platform.api.job.ScheduledJob;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands over the records of features, batch by batch, and takes them back; those of a feature that
 * was stopped soon after it is back. Whoever works on a part holds its row, so that it does not
 * matter how many do.
 */
@Component(
    service = {ScheduledJob.class, FollowHandovers.class},
    reference =
        @Reference(name = "schema", service = DataSource.class, target = "(kartoteka.schema=core)"))
public class FollowHandovers implements ScheduledJob {

  private static final Logger LOG = LoggerFactory.getLogger(FollowHandovers.class);
  private static final int BATCH = 200;

  private final UnitOfWork unitOfWork;
  private final CurrentUser user;
  private final OwnedKinds kinds;
  private final HandoverRows rows;

  @Activate
  public FollowHandovers(
      @Reference UnitOfWork unitOfWork,
      @Reference CurrentUser user,
      @Reference OwnedKinds kinds,
      @Reference HandoverRows rows) {
    this.unitOfWork = unitOfWork;
    this.user = user;
    this.kinds = kinds;
    this.rows = rows;
  }

  @Override
  public String name() {
    return "core.follow-handovers";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(5);
  }

  @Override
  public void run(JobRun run) {
    unitOfWork.run(kinds::remember);
    follow();
  }

  /** Does what is to be done. */
  void follow() {
    kinds.present().forEach(this::follow);
  }

  private void follow(OwnedRecords records) {
    try {
      for (Part part : unitOfWork.call(() -> rows.open(records.kind()))) {
        Kept handover = unitOfWork.call(() -> rows.get(part.handover()));
        User actor = part.state() == State.GIVING ? handover.starter() : handover.undoer();
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
          more =
              user.runAs(
                  actor, () -> unitOfWork.callRepeatably(() -> step(records, handover, part)));
        }
      }
    } catch (RuntimeException failure) {
      LOG.error("{} could not follow a hand-over and will try again", records.kind(), failure);
    }
  }

  /** One batch; false when there is no more to do, or something else by now. */
  private boolean step(OwnedRecords records, Kept handover, Part asRead) {
    Part part = rows.hold(asRead);
    if (part.state() != asRead.state()) {
      return false;
    }
    Part next =
        part.state() == State.GIVING
            ? give(records, handover, part)
            : takeBack(records, handover, part);
    rows.write(next);
    return next.isOpen();
  }

  private Part give(OwnedRecords records, Kept handover, Part part) {
    List<UserId> rest = handover.rest();
    List<Long> batch =
        rest.isEmpty() ? List.of() : records.owned(handover.from(), part.place(), BATCH);
    if (batch.isEmpty()) {
      return new Part(part.handover(), part.kind(), State.GIVEN, part.place(), part.given(), 0, 0);
    }
    Map<UserId, List<Long>> portions = new LinkedHashMap<>();
    long turn = part.given();
    for (Long record : batch) {
      UserId to = rest.get((int) (turn++ % rest.size()));
      portions.computeIfAbsent(to, one -> new ArrayList<>()).add(record);
    }
    long given = part.given();
    for (Map.Entry<UserId, List<Long>> portion : portions.entrySet()) {
      List<Long> gone = records.give(portion.getValue(), handover.from(), portion.getKey());
      rows.gave(part, gone, portion.getKey());
      given += gone.size();
    }
    long last = batch.get(batch.size() - 1);
    return new Part(part.handover(), part.kind(), State.GIVING, last, given, 0, 0);
  }

  private Part takeBack(OwnedRecords records, Kept handover, Part part) {
    List<Given> batch = rows.given(part, BATCH);
    if (batch.isEmpty()) {
      return new Part(
          part.handover(),
          part.kind(),
          State.BACK,
          part.place(),
          part.given(),
          part.back(),
          part.kept());
    }
    Map<UserId, List<Long>> holders = new LinkedHashMap<>();
    batch.forEach(
        one -> holders.computeIfAbsent(one.to(), to -> new ArrayList<>()).add(one.record()));
    long back = 0;
    for (Map.Entry<UserId, List<Long>> holder : holders.entrySet()) {
      back += records.give(holder.getValue(), holder.getKey(), handover.from()).size();
    }
    return new Part(
        part.handover(),
        part.kind(),
        State.TAKING_BACK,
        batch.get(batch.size() - 1).record(),
        part.given(),
        part.back() + back,
        part.kept() + batch.size() - back);
  }
}
