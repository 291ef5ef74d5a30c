package org.kartoteka.competitors.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kartoteka.competitors.CompetitorData;
import org.kartoteka.competitors.Competitors;
import org.kartoteka.competitors.event.CompetitorAdded;
import org.kartoteka.competitors.internal.data.CompetitorRecords;
import org.kartoteka.competitors.internal.domain.Competitor;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who is a competitor: keeps the role of the party and the record here together. */
@Component(service = Roster.class)
public final class Roster {

  private final PartyRegister parties;
  private final CompetitorRecords entities;
  private final RecordKeeping books;

  @Activate
  public Roster(
      @Reference PartyRegister parties,
      @Reference CompetitorRecords entities,
      @Reference RecordKeeping books) {
    this.parties = parties;
    this.entities = entities;
    this.books = books;
  }

  /** The record of the competitor, made now when the party has the role only; empty otherwise. */
  public Optional<Competitor> find(PartyId party) {
    Competitor known = entities.find(Competitor.class, party);
    if (known != null) {
      return Optional.of(known);
    }
    return parties
        .find(party)
        .filter(view -> view.roles().contains(Competitors.ROLE))
        .map(view -> enter(view, CompetitorData.unknown()));
  }

  /**
   * The record of the competitor.
   *
   * @throws NotFound when the party is no competitor
   */
  public Competitor get(PartyId party) {
    return find(party).orElseThrow(() -> new NotFound(Competitors.TYPE, party.value()));
  }

  /** Whether there is a record of the party as a competitor. */
  public boolean knows(PartyId party) {
    return entities.find(Competitor.class, party) != null;
  }

  /** A party becomes a competitor. */
  Competitor enter(PartyView party, CompetitorData data) {
    if (!party.roles().contains(Competitors.ROLE)) {
      List<String> roles = new ArrayList<>(party.roles());
      roles.add(Competitors.ROLE);
      setRoles(party, roles);
    }
    Competitor competitor = new Competitor(party.id(), party.name(), data, books.act());
    entities.add(competitor);
    entities.write();
    books.created(reference(competitor), data, new CompetitorAdded(party.id(), party.name()));
    return competitor;
  }

  /** A party is no competitor any more. */
  void leave(Competitor competitor) {
    entities.remove(competitor);
    entities.write();
    parties
        .find(competitor.id())
        .filter(party -> party.roles().contains(Competitors.ROLE))
        .ifPresent(
            party ->
                setRoles(
                    party,
                    party.roles().stream()
                        .filter(role -> !role.equals(Competitors.ROLE))
                        .toList()));
  }

  static RecordRef reference(Competitor competitor) {
    return RecordRef.of(Competitors.TYPE, competitor.id(), competitor.name());
  }

  private void setRoles(PartyView party, List<String> roles) {
    PartyData data = party.data();
    parties.change(
        party.id(), ExpectedRevision.of(party.revision()), data.toBuilder().roles(roles).build());
  }
}
