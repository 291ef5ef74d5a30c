package org.kartoteka.competitors.internal.handover;

import java.util.List;
import org.kartoteka.competitors.CompetitorData;
import org.kartoteka.competitors.Competitors;
import org.kartoteka.competitors.internal.data.CompetitorRecords;
import org.kartoteka.competitors.internal.domain.Competitor;
import org.kartoteka.core.api.handover.OwnedRecords;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who observes competitors can hand them over. */
@Component
public final class OwnedCompetitors implements OwnedRecords {

  private final OwnedRows rows;
  private final CompetitorRecords entities;
  private final RecordKeeping books;

  @Activate
  public OwnedCompetitors(
      @Reference UnitOfWork unitOfWork,
      @Reference CompetitorRecords entities,
      @Reference RecordKeeping books) {
    this.rows = new OwnedRows(unitOfWork, "competitor", "party_id");
    this.entities = entities;
    this.books = books;
  }

  @Override
  public String kind() {
    return Competitors.TYPE;
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
    return records.stream().filter(id -> give(new PartyId(id), from, to)).toList();
  }

  private boolean give(PartyId id, UserId from, UserId to) {
    Competitor record = entities.lock(Competitor.class, id);
    if (record == null || !from.equals(record.data().ownerId())) {
      return false;
    }
    CompetitorData before = record.data();
    CompetitorData after =
        new CompetitorData(before.threat(), before.strengths(), before.weaknesses(), to);
    record.change(after, books.act());
    entities.write();
    books.changed(RecordRef.of(Competitors.TYPE, record.id(), record.name()), before, after);
    return true;
  }
}
