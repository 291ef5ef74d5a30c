package org.kartoteka.competitors.internal;

import java.util.Objects;
import java.util.Optional;
import org.kartoteka.competitors.AddCompetitor;
import org.kartoteka.competitors.CompetitorData;
import org.kartoteka.competitors.CompetitorQuery;
import org.kartoteka.competitors.CompetitorView;
import org.kartoteka.competitors.Competitors;
import org.kartoteka.competitors.event.CompetitorRemoved;
import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.competitors.internal.data.CompetitorRecords;
import org.kartoteka.competitors.internal.data.CompetitorRows;
import org.kartoteka.competitors.internal.domain.Competitor;
import org.kartoteka.competitors.internal.domain.Rules;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.UserDirectory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The firms that compete with us. */
@Component
public final class CompetitorService implements Competitors {

  private final RecordKeeping books;
  private final UserDirectory users;
  private final CompetitorRecords entities;
  private final CompetitorRows rows;
  private final Roster roster;
  private final PartyRegister parties;

  @Activate
  public CompetitorService(
      @Reference RecordKeeping books,
      @Reference UserDirectory users,
      @Reference CompetitorRecords entities,
      @Reference CompetitorRows rows,
      @Reference Roster roster,
      @Reference PartyRegister parties) {
    this.books = books;
    this.users = users;
    this.entities = entities;
    this.rows = rows;
    this.roster = roster;
    this.parties = parties;
  }

  @Override
  public CompetitorView add(AddCompetitor order) {
    return books.with(
        CompetitorPermissions.CHANGE,
        () -> {
          Findings findings = new Findings();
          CompetitorData data = Rules.normal(order.data(), findings);
          users.check("ownerId", data.ownerId(), findings);
          String name = findings.line("name", order.name(), 300);
          if (order.partyId() == null && name == null) {
            findings.add("partyId", "required");
          }
          if (order.partyId() != null && name != null) {
            findings.add("name", "notAllowed");
          }
          findings.throwIfAny();
          PartyView party = party(order.partyId(), name);
          if (roster.knows(party.id())) {
            throw new Refused("problem.competitors.already", party.name());
          }
          roster.enter(party, data);
          return view(party.id());
        });
  }

  private PartyView party(PartyId id, String name) {
    if (id == null) {
      return parties.register(PartyData.organisation(name));
    }
    Optional<PartyView> found = parties.find(id);
    if (found.isEmpty()) {
      Findings findings = new Findings();
      findings.add("partyId", "unknownParty", id);
      findings.throwIfAny();
    }
    return found.orElseThrow();
  }

  @Override
  public CompetitorView change(PartyId id, ExpectedRevision revision, CompetitorData given) {
    return books.with(
        CompetitorPermissions.CHANGE,
        () -> {
          Competitor competitor = entities.require(Competitor.class, id, TYPE);
          revision.check(competitor.revision(), TYPE, id.value());
          Findings findings = new Findings();
          CompetitorData data = Rules.normal(given, findings);
          CompetitorData before = competitor.data();
          if (!Objects.equals(before.ownerId(), data.ownerId())) {
            users.check("ownerId", data.ownerId(), findings);
          }
          findings.throwIfAny();
          if (!before.equals(data)) {
            competitor.change(data, books.act());
            entities.write();
            books.changed(Roster.reference(competitor), before, data);
          }
          return view(id);
        });
  }

  @Override
  public void remove(PartyId id, ExpectedRevision revision) {
    books.with(
        CompetitorPermissions.CHANGE,
        () -> {
          Competitor competitor = entities.require(Competitor.class, id, TYPE);
          revision.check(competitor.revision(), TYPE, id.value());
          long records = rows.records(id);
          if (records > 0) {
            throw new Refused("problem.competitors.has-records", competitor.name(), records);
          }
          roster.leave(competitor);
          books.deleted(Roster.reference(competitor), competitor.data());
          books.happened(new CompetitorRemoved(id, competitor.name()));
          return null;
        });
  }

  @Override
  public Optional<CompetitorView> find(PartyId id) {
    return books.with(CompetitorPermissions.READ, () -> rows.find(id));
  }

  @Override
  public CompetitorView get(PartyId id) {
    return books.with(CompetitorPermissions.READ, () -> view(id));
  }

  @Override
  public Page<CompetitorView> page(CompetitorQuery query, PageRequest request) {
    return books.with(CompetitorPermissions.READ, () -> rows.page(query, request));
  }

  @Override
  public long count(CompetitorQuery query, long atMost) {
    return books.with(CompetitorPermissions.READ, () -> rows.count(query, atMost));
  }

  private CompetitorView view(PartyId id) {
    return rows.find(id).orElseThrow(() -> new NotFound(TYPE, id.value()));
  }
}
