package org.kartoteka.competitors.internal.merge;

import java.util.List;
import org.kartoteka.competitors.Competitors;
import org.kartoteka.competitors.internal.data.CompetitorRecords;
import org.kartoteka.competitors.internal.domain.Competitor;
import org.kartoteka.core.api.merge.MergeMove;
import org.kartoteka.core.api.merge.MergeRemark;
import org.kartoteka.core.api.merge.MovedRecords;
import org.kartoteka.core.api.merge.PartyMergeParticipant;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Two parties became one: what is known of the one as a competitor, and what was seen at it as a
 * customer, goes to the survivor. Of two judgements the survivor's stays.
 */
@Component
public final class CompetitorsMerge implements PartyMergeParticipant {

  private final Belongings belongings;
  private final CompetitorRecords entities;
  private final RecordKeeping books;
  private final PartyRegister parties;

  @Activate
  public CompetitorsMerge(
      @Reference Belongings belongings,
      @Reference CompetitorRecords entities,
      @Reference RecordKeeping books,
      @Reference PartyRegister parties) {
    this.belongings = belongings;
    this.entities = entities;
    this.books = books;
    this.parties = parties;
  }

  @Override
  public String name() {
    return "competitors";
  }

  @Override
  public List<MovedRecords> count(PartyId party) {
    return belongings.count(party);
  }

  @Override
  public MergeMove merge(PartyId survivor, PartyId merged) {
    List<MovedRecords> counts = belongings.count(merged);
    Competitor other = entities.find(Competitor.class, merged);
    if (counts.isEmpty() && other == null) {
      return MergeMove.nothing();
    }
    boolean enters = other != null && entities.find(Competitor.class, survivor) == null;
    if (enters) {
      entities.add(new Competitor(survivor, called(survivor), other.data(), books.act()));
      entities.write();
    }
    return new MergeMove(counts, belongings.move(survivor, merged, enters));
  }

  @Override
  public List<MergeRemark> undo(PartyId survivor, PartyId merged, String memo) {
    if (memo.isEmpty() || !belongings.moveBack(survivor, merged, memo)) {
      return List.of();
    }
    String name = called(survivor);
    return List.of(
        new MergeRemark(
            RecordRef.of(Competitors.TYPE, survivor, name),
            "competitors.merge.stays",
            List.of(name)));
  }

  private String called(PartyId party) {
    return parties.summaries(List.of(party)).stream()
        .map(PartySummary::name)
        .findFirst()
        .orElse("#" + party.value());
  }
}
