package org.kartoteka.platform.internal.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.job.JobRun;
import org.kartoteka.platform.api.job.ScheduledJob;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.User;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs each job at its times, on one node of the installation only. */
@Component(service = JobScheduler.class, immediate = true)
public final class JobScheduler {

  private static final Logger LOG = LoggerFactory.getLogger(JobScheduler.class);
  private static final long TICK_MILLIS = 1000;

  /** A run that gave no sign of life for so long died with its node. */
  private static final Duration DEAD_AFTER = Duration.ofSeconds(20);

  private final UnitOfWork unitOfWork;
  private final CurrentUser currentUser;
  private final Clock clock;
  private final ExecutorService background;
  private final ScheduledFuture<?> ticking;
  private final Map<String, Entry> jobs = new ConcurrentHashMap<>();

  private static final class Entry {
    final ScheduledJob job;
    volatile boolean cancelled;
    volatile Instant nextLook = Instant.MIN;
    volatile Future<?> run;

    Entry(ScheduledJob job) {
      this.job = job;
    }
  }

  private record Run(Instant startedAt, Instant previousStart, Entry entry) implements JobRun {
    @Override
    public boolean cancelled() {
      return entry.cancelled || Thread.currentThread().isInterrupted();
    }
  }

  private record Claim(Instant previousStart) {}

  @Activate
  public JobScheduler(
      @Reference UnitOfWork unitOfWork,
      @Reference CurrentUser currentUser,
      @Reference Clock clock,
      @Reference(target = "(kartoteka.executor=background)") ExecutorService background,
      @Reference(target = "(kartoteka.executor=timer)") ScheduledExecutorService timer) {
    this.unitOfWork = unitOfWork;
    this.currentUser = currentUser;
    this.clock = clock;
    this.background = background;
    this.ticking =
        timer.scheduleWithFixedDelay(
            () -> jobs.values().forEach(this::look),
            TICK_MILLIS,
            TICK_MILLIS,
            TimeUnit.MILLISECONDS);
  }

  @Deactivate
  void stop() {
    ticking.cancel(false);
    jobs.values().forEach(JobScheduler::cancel);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindJob(ScheduledJob job) {
    jobs.put(job.name(), new Entry(job));
  }

  void unbindJob(ScheduledJob job) {
    Entry entry = jobs.get(job.name());
    if (entry != null && entry.job == job) {
      jobs.remove(job.name(), entry);
      cancel(entry);
    }
  }

  private static void cancel(Entry entry) {
    entry.cancelled = true;
    Future<?> run = entry.run;
    if (run != null) {
      run.cancel(true);
    }
  }

  private void look(Entry entry) {
    Future<?> run = entry.run;
    if (run != null && !run.isDone()) {
      background.execute(() -> currentUser.runAs(User.SYSTEM, () -> signOfLife(entry.job.name())));
    } else if (!clock.instant().isBefore(entry.nextLook)) {
      entry.run = background.submit(() -> currentUser.runAs(User.SYSTEM, () -> runIfDue(entry)));
    }
  }

  private Void runIfDue(Entry entry) {
    ScheduledJob job = entry.job;
    Instant now = clock.instant();
    try {
      Optional<Claim> claim = claim(job, now);
      entry.nextLook = claim.isPresent() ? now.plus(job.every()) : now.plusSeconds(5);
      if (claim.isEmpty()) {
        return null;
      }
      String problem = null;
      try {
        job.run(new Run(now, claim.get().previousStart(), entry));
      } catch (RuntimeException e) {
        if (!entry.cancelled) {
          LOG.error("job {} failed", job.name(), e);
          problem = String.valueOf(e);
        }
      }
      ended(job.name(), problem);
    } catch (RuntimeException e) {
      if (entry.cancelled) {
        LOG.info("job {} was interrupted, because its bundle stops", job.name());
      } else {
        LOG.warn("job {} cannot be claimed now", job.name(), e);
      }
    }
    return null;
  }

  private Optional<Claim> claim(ScheduledJob job, Instant now) {
    return unitOfWork.call(
        () -> {
          Sql.of(
                  unitOfWork,
                  "insert into platform.job (name) values (?) on conflict do nothing",
                  job.name())
              .update();
          return Sql.of(
                  unitOfWork,
                  "with before as (select name, started_at from platform.job where name = ? and"
                      + " (started_at is null or started_at <= ?) and (ended_at is not null or"
                      + " alive_at is null or alive_at < ?) for update skip locked) update platform.job"
                      + " set started_at = ?, ended_at = null, alive_at = ? from before where"
                      + " platform.job.name = before.name returning before.started_at as previous",
                  job.name(),
                  now.minus(job.every()),
                  now.minus(DEAD_AFTER),
                  now,
                  now)
              .first(row -> new Claim(Sql.instant(row, "previous")));
        });
  }

  private Void signOfLife(String job) {
    try {
      unitOfWork.run(
          () ->
              Sql.of(
                      unitOfWork,
                      "update platform.job set alive_at = ? where name = ? and ended_at is null",
                      clock.instant(),
                      job)
                  .update());
    } catch (RuntimeException e) {
      LOG.warn("job {} cannot give a sign of life", job, e);
    }
    return null;
  }

  private void ended(String job, String problem) {
    unitOfWork.run(
        () ->
            Sql.of(
                    unitOfWork,
                    "update platform.job set ended_at = ?, last_problem = ? where name = ?",
                    clock.instant(),
                    problem,
                    job)
                .update());
  }
}
