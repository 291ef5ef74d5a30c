package org.kartoteka.core.internal.custom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.kartoteka.core.api.custom.CustomFieldId;
import org.kartoteka.core.api.custom.CustomFieldIndex;
import org.kartoteka.core.api.custom.CustomFieldView;
import org.kartoteka.platform.api.data.DataAccessFailed;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.job.JobRun;
import org.kartoteka.platform.api.job.ScheduledJob;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds the indexes of custom fields soon after these were defined, and drops those of removed
 * fields. What a crash broke off is begun anew; what failed is tried again after a while.
 */
@Component(service = {ScheduledJob.class, BuildCustomFieldIndexes.class})
public class BuildCustomFieldIndexes implements ScheduledJob {

  private static final Logger LOG = LoggerFactory.getLogger(BuildCustomFieldIndexes.class);
  private static final Duration BETWEEN_TRIES = Duration.ofMinutes(5);

  private final UnitOfWork unitOfWork;
  private final CustomFieldBook book;
  private final CustomFieldIndexes indexes;
  private final CustomFieldNews news;
  private final Clock clock;
  private final Map<CustomFieldId, Instant> failures = new ConcurrentHashMap<>();

  @Activate
  public BuildCustomFieldIndexes(
      @Reference UnitOfWork unitOfWork,
      @Reference CustomFieldBook book,
      @Reference CustomFieldIndexes indexes,
      @Reference CustomFieldNews news,
      @Reference Clock clock) {
    this.unitOfWork = unitOfWork;
    this.book = book;
    this.indexes = indexes;
    this.news = news;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "core.build-custom-field-indexes";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(2);
  }

  @Override
  public void run(JobRun run) {
    build(run::cancelled);
  }

  /** Brings the indexes in line with the fields. */
  public void build(BooleanSupplier cancelled) {
    List<CustomFieldView> fields = unitOfWork.call(book::load);
    indexes.dropOthers(fields);
    List<CustomFieldView> lacking = indexes.lacking(fields);
    for (CustomFieldView field : fields) {
      if (cancelled.getAsBoolean()) {
        return;
      }
      if (lacking.contains(field) || field.index() != CustomFieldIndex.READY) {
        build(field, cancelled);
      }
    }
  }

  private void build(CustomFieldView field, BooleanSupplier cancelled) {
    Instant failed = failures.get(field.id());
    if (failed != null && clock.instant().isBefore(failed.plus(BETWEEN_TRIES))) {
      return;
    }
    tell(field, CustomFieldIndex.BUILDING);
    try {
      if (indexes.build(field)) {
        failures.remove(field.id());
        tell(field, CustomFieldIndex.READY);
      }
    } catch (DataAccessFailed failure) {
      if (cancelled.getAsBoolean()) {
        throw failure;
      }
      LOG.warn("the index of custom field {} cannot be built", field.path(), failure);
      failures.put(field.id(), clock.instant());
      tell(field, CustomFieldIndex.FAILED);
    }
  }

  private void tell(CustomFieldView field, CustomFieldIndex state) {
    int changed =
        unitOfWork.call(
            () ->
                Sql.of(
                        unitOfWork,
                        "update core.custom_field set index_state = ?"
                            + " where id = ? and index_state <> ?",
                        state,
                        field.id(),
                        state)
                    .update());
    if (changed > 0) {
      news.tell(field.recordType());
    }
  }
}
