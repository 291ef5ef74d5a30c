package org.kartoteka.competitors.internal;

import java.util.Objects;
import org.kartoteka.competitors.StrategyChangeData;
import org.kartoteka.competitors.StrategyChangeId;
import org.kartoteka.competitors.StrategyChangeQuery;
import org.kartoteka.competitors.StrategyChangeView;
import org.kartoteka.competitors.StrategyChanges;
import org.kartoteka.competitors.event.StrategyChangeRecorded;
import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.competitors.internal.data.CompetitorRecords;
import org.kartoteka.competitors.internal.data.StrategyChangeRows;
import org.kartoteka.competitors.internal.domain.Rules;
import org.kartoteka.competitors.internal.domain.StrategyChange;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.UserDirectory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The dated changes in competitors' strategies. */
@Component
public final class StrategyChangeService implements StrategyChanges {

  private final RecordKeeping books;
  private final UserDirectory users;
  private final CompetitorRecords entities;
  private final StrategyChangeRows rows;
  private final Roster roster;

  @Activate
  public StrategyChangeService(
      @Reference RecordKeeping books,
      @Reference UserDirectory users,
      @Reference CompetitorRecords entities,
      @Reference StrategyChangeRows rows,
      @Reference Roster roster) {
    this.books = books;
    this.users = users;
    this.entities = entities;
    this.rows = rows;
    this.roster = roster;
  }

  @Override
  public StrategyChangeView record(PartyId competitor, StrategyChangeData given) {
    return books.with(
        CompetitorPermissions.RECORD,
        () -> {
          roster.get(competitor);
          Findings findings = new Findings();
          StrategyChangeData data = Rules.normal(given, findings);
          users.check("ownerId", data.ownerId(), findings);
          findings.throwIfAny();
          StrategyChange change = new StrategyChange(competitor, data, books.act());
          entities.add(change);
          entities.write();
          books.created(
              reference(change),
              data,
              new StrategyChangeRecorded(
                  change.id(), competitor, data.kind(), data.date(), data.title()));
          return view(change.id());
        });
  }

  @Override
  public StrategyChangeView change(
      StrategyChangeId id, ExpectedRevision revision, StrategyChangeData given) {
    return books.with(
        CompetitorPermissions.RECORD,
        () -> {
          StrategyChange change = entities.require(StrategyChange.class, id, TYPE);
          revision.check(change.revision(), TYPE, id.value());
          Findings findings = new Findings();
          StrategyChangeData data = Rules.normal(given, findings);
          StrategyChangeData before = change.data();
          if (!Objects.equals(before.ownerId(), data.ownerId())) {
            users.check("ownerId", data.ownerId(), findings);
          }
          findings.throwIfAny();
          if (!before.equals(data)) {
            change.change(data, books.act());
            entities.write();
            books.changed(reference(change), before, data);
          }
          return view(id);
        });
  }

  @Override
  public void remove(StrategyChangeId id, ExpectedRevision revision) {
    books.with(
        CompetitorPermissions.REMOVE,
        () -> {
          StrategyChange change = entities.require(StrategyChange.class, id, TYPE);
          revision.check(change.revision(), TYPE, id.value());
          entities.remove(change);
          entities.write();
          books.deleted(reference(change), change.data());
          return null;
        });
  }

  @Override
  public StrategyChangeView get(StrategyChangeId id) {
    return books.with(CompetitorPermissions.READ, () -> view(id));
  }

  @Override
  public Page<StrategyChangeView> page(StrategyChangeQuery query, PageRequest request) {
    return books.with(CompetitorPermissions.READ, () -> rows.page(query, request));
  }

  @Override
  public long count(StrategyChangeQuery query, long atMost) {
    return books.with(CompetitorPermissions.READ, () -> rows.count(query, atMost));
  }

  private StrategyChangeView view(StrategyChangeId id) {
    return rows.find(id).orElseThrow(() -> new NotFound(TYPE, id.value()));
  }

  private static RecordRef reference(StrategyChange change) {
    return RecordRef.of(TYPE, change.id(), change.title());
  }
}
