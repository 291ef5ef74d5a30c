package org.kartoteka.competitors.internal.handover;

import java.util.List;
import org.kartoteka.competitors.StrategyChangeData;
import org.kartoteka.competitors.StrategyChangeId;
import org.kartoteka.competitors.StrategyChanges;
import org.kartoteka.competitors.internal.data.CompetitorRecords;
import org.kartoteka.competitors.internal.domain.StrategyChange;
import org.kartoteka.core.api.handover.OwnedRecords;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who is responsible for reactions to strategy changes can hand them over. */
@Component
public final class OwnedStrategyChanges implements OwnedRecords {

  private final OwnedRows rows;
  private final CompetitorRecords entities;
  private final RecordKeeping books;

  @Activate
  public OwnedStrategyChanges(
      @Reference UnitOfWork unitOfWork,
      @Reference CompetitorRecords entities,
      @Reference RecordKeeping books) {
    this.rows = new OwnedRows(unitOfWork, "strategy_change", "id");
    this.entities = entities;
    this.books = books;
  }

  @Override
  public String kind() {
    return StrategyChanges.TYPE;
  }

  @Override
  public long count(UserId owner) {
    return rows.count(owner);
  }

  @Override
  public List<Long> owned(UserId owner, long after, int limit) {
    return rows.ids(owner, after, limit);
  }

  @Override
  public List<Long> give(List<Long> records, UserId from, UserId to) {
    return records.stream().filter(id -> give(new StrategyChangeId(id), from, to)).toList();
  }

  private boolean give(StrategyChangeId id, UserId from, UserId to) {
    StrategyChange record = entities.lock(StrategyChange.class, id);
    if (record == null || !from.equals(record.data().ownerId())) {
      return false;
    }
    StrategyChangeData before = record.data();
    StrategyChangeData after = before.ownedBy(to);
    record.change(after, books.act());
    entities.write();
    books.changed(RecordRef.of(StrategyChanges.TYPE, record.id(), record.title()), before, after);
    return true;
  }
}
