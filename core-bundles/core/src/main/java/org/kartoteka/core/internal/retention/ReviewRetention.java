package org.kartoteka.core.internal.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.kartoteka.core.internal.data.Acts;
import org.kartoteka.core.internal.retention.RetentionStore.Rule;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.job.JobRun;
import org.kartoteka.platform.api.job.ScheduledJob;
import org.kartoteka.platform.api.privacy.DueRecord;
import org.kartoteka.platform.api.privacy.RetentionKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts on the list what is due, and takes off it what is not any more: soon after a rule was set,
 * and every few hours. Removes no data.
 */
@Component(
    reference =
        @Reference(name = "schema", service = DataSource.class, target = "(kartoteka.schema=core)"))
public final class ReviewRetention implements ScheduledJob {

  private static final Logger LOG = LoggerFactory.getLogger(ReviewRetention.class);
  private static final Duration FRESH = Duration.ofHours(6);
  private static final int PAGE = 500;

  private final UnitOfWork unitOfWork;
  private final RetentionKinds kinds;
  private final RetentionStore store;
  private final Acts acts;

  @Activate
  public ReviewRetention(
      @Reference UnitOfWork unitOfWork,
      @Reference RetentionKinds kinds,
      @Reference RetentionStore store,
      @Reference Acts acts) {
    this.unitOfWork = unitOfWork;
    this.kinds = kinds;
    this.store = store;
    this.acts = acts;
  }

  @Override
  public String name() {
    return "core.review-retention";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(20);
  }

  @Override
  public void run(JobRun run) {
    Instant now = acts.now().at();
    for (Rule rule : unitOfWork.read(store::rules)) {
      boolean fresh = rule.reviewedAt() != null && now.isBefore(rule.reviewedAt().plus(FRESH));
      if (!fresh && !run.cancelled()) {
        kinds.find(rule.kind()).ifPresent(kind -> review(kind, rule, now, run));
      }
    }
  }

  private void review(RetentionKind kind, Rule rule, Instant now, JobRun run) {
    try {
      LocalDate today = LocalDate.ofInstant(now, ZoneId.systemDefault());
      unitOfWork.run(() -> store.endKeeping(rule.kind(), today));
      Long after = null;
      do {
        Long place = after;
        List<DueRecord> page = unitOfWork.call(() -> page(kind, rule, now, place));
        after = page.size() < PAGE ? null : page.get(page.size() - 1).id();
      } while (after != null && !run.cancelled());
      if (!run.cancelled()) {
        unitOfWork.run(() -> store.reviewed(rule.kind(), now));
      }
    } catch (RuntimeException e) {
      LOG.error("{} of {} cannot be reviewed", kind.name(), kind.feature(), e);
    }
  }

  private List<DueRecord> page(RetentionKind kind, Rule rule, Instant now, Long after) {
    List<DueRecord> page = kind.due(rule.before(now), after, PAGE);
    if (!page.isEmpty()) {
      store.found(kind, rule.months(), page, now);
    }
    return page;
  }
}
