package org.kartoteka.competitors.internal;

import java.util.Optional;
import org.kartoteka.competitors.Competitors;
import org.kartoteka.competitors.PresenceData;
import org.kartoteka.competitors.PresenceId;
import org.kartoteka.competitors.PresenceQuery;
import org.kartoteka.competitors.PresenceView;
import org.kartoteka.competitors.Presences;
import org.kartoteka.competitors.event.PresenceRecorded;
import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.competitors.internal.data.CompetitorRecords;
import org.kartoteka.competitors.internal.data.PartyReach;
import org.kartoteka.competitors.internal.data.PresenceRows;
import org.kartoteka.competitors.internal.domain.Competitor;
import org.kartoteka.competitors.internal.domain.Presence;
import org.kartoteka.competitors.internal.domain.Rules;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which competitors supply which of our customers. */
@Component
public final class PresenceService implements Presences {

  private final RecordKeeping books;
  private final CompetitorRecords entities;
  private final PresenceRows rows;
  private final Roster roster;
  private final PartyRegister parties;
  private final PartyReach reach;

  @Activate
  public PresenceService(
      @Reference RecordKeeping books,
      @Reference CompetitorRecords entities,
      @Reference PresenceRows rows,
      @Reference Roster roster,
      @Reference PartyRegister parties,
      @Reference PartyReach reach) {
    this.books = books;
    this.entities = entities;
    this.rows = rows;
    this.roster = roster;
    this.parties = parties;
    this.reach = reach;
  }

  @Override
  public PresenceView record(PresenceData given) {
    return books.with(
        CompetitorPermissions.RECORD,
        () -> {
          Findings findings = new Findings();
          PresenceData data = Rules.normal(given, findings);
          if (data.customerId() != null && parties.find(data.customerId()).isEmpty()) {
            findings.add("customerId", "unknownParty", data.customerId());
          }
          Optional<Competitor> competitor =
              Optional.ofNullable(data.competitorId()).flatMap(roster::find);
          if (data.competitorId() != null && competitor.isEmpty()) {
            findings.add("competitorId", "unknownCompetitor", data.competitorId());
          }
          findings.throwIfAny();
          reach.requireChangeable(data.customerId());
          Presence presence = new Presence(data, books.act());
          entities.add(presence);
          entities.write();
          books.created(
              reference(presence, competitor.orElseThrow()),
              data,
              new PresenceRecorded(
                  presence.id(), data.competitorId(), data.customerId(), data.supplies()));
          return view(presence.id());
        });
  }

  @Override
  public PresenceView change(PresenceId id, ExpectedRevision revision, PresenceData given) {
    return books.with(
        CompetitorPermissions.RECORD,
        () -> {
          reach.requireChangeable(view(id).customerId());
          Presence presence = entities.require(Presence.class, id, TYPE);
          revision.check(presence.revision(), TYPE, id.value());
          PresenceData before = presence.data();
          Findings findings = new Findings();
          PresenceData data = Rules.normal(given, findings);
          if (!before.competitorId().equals(data.competitorId())) {
            findings.add("competitorId", "fixed");
          }
          if (!before.customerId().equals(data.customerId())) {
            findings.add("customerId", "fixed");
          }
          findings.throwIfAny();
          if (!before.equals(data)) {
            presence.change(data, books.act());
            entities.write();
            books.changed(reference(presence, competitor(presence)), before, data);
          }
          return view(id);
        });
  }

  @Override
  public void remove(PresenceId id, ExpectedRevision revision) {
    books.with(
        CompetitorPermissions.REMOVE,
        () -> {
          reach.requireChangeable(view(id).customerId());
          Presence presence = entities.require(Presence.class, id, TYPE);
          revision.check(presence.revision(), TYPE, id.value());
          entities.remove(presence);
          entities.write();
          books.deleted(reference(presence, competitor(presence)), presence.data());
          return null;
        });
  }

  @Override
  public PresenceView get(PresenceId id) {
    return books.with(CompetitorPermissions.READ, () -> view(id));
  }

  @Override
  public Page<PresenceView> page(PresenceQuery query, PageRequest request) {
    return books.with(
        CompetitorPermissions.READ, () -> rows.page(query, books.act().today(), request));
  }

  @Override
  public long count(PresenceQuery query, long atMost) {
    return books.with(
        CompetitorPermissions.READ, () -> rows.count(query, books.act().today(), atMost));
  }

  private Competitor competitor(Presence presence) {
    return entities.require(Competitor.class, presence.competitor(), Competitors.TYPE);
  }

  private PresenceView view(PresenceId id) {
    return rows.find(id).orElseThrow(() -> new NotFound(TYPE, id.value()));
  }

  private static RecordRef reference(Presence presence, Competitor competitor) {
    return RecordRef.of(TYPE, presence.id(), competitor.name());
  }
}
