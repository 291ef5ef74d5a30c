package org.kartoteka.competitors.internal;

import java.util.Collection;
import java.util.Set;
import org.kartoteka.competitors.AlertId;
import org.kartoteka.competitors.AlertView;
import org.kartoteka.competitors.WatchList;
import org.kartoteka.competitors.WatchView;
import org.kartoteka.competitors.internal.data.AlertRows;
import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.competitors.internal.data.WatchRows;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the current user watches, and his alerts. */
@Component
public final class WatchListService implements WatchList {

  private static final String ALERT = "competitors.alert";

  private final RecordKeeping books;
  private final WatchRows watches;
  private final AlertRows alerts;
  private final PartyRegister parties;

  @Activate
  public WatchListService(
      @Reference RecordKeeping books,
      @Reference WatchRows watches,
      @Reference AlertRows alerts,
      @Reference PartyRegister parties) {
    this.books = books;
    this.watches = watches;
    this.alerts = alerts;
    this.parties = parties;
  }

  @Override
  public WatchView watch(PartyId party) {
    return books.with(
        CompetitorPermissions.READ,
        () -> {
          if (party == null) {
            throw new InvalidInput(FieldError.of("partyId", "required"));
          }
          if (parties.find(party).isEmpty()) {
            throw new InvalidInput(FieldError.of("partyId", "unknownParty", party));
          }
          watches.add(books.user(), party, books.act().at());
          return watches.find(books.user(), party).orElseThrow();
        });
  }

  @Override
  public void unwatch(PartyId party) {
    books.with(CompetitorPermissions.READ, () -> watches.remove(books.user(), party));
  }

  @Override
  public Set<PartyId> watched(Collection<PartyId> among) {
    return books.with(CompetitorPermissions.READ, () -> watches.among(books.user(), among));
  }

  @Override
  public Page<WatchView> watches(PageRequest request) {
    return books.with(CompetitorPermissions.READ, () -> watches.page(books.user(), request));
  }

  @Override
  public Page<AlertView> alerts(boolean unseenOnly, PageRequest request) {
    return books.with(
        CompetitorPermissions.READ, () -> alerts.page(books.user(), unseenOnly, request));
  }

  @Override
  public long unseen(long atMost) {
    return books.with(CompetitorPermissions.READ, () -> alerts.unseen(books.user(), atMost));
  }

  @Override
  public AlertView mark(AlertId id, boolean seen) {
    return books.with(
        CompetitorPermissions.READ,
        () -> {
          alerts.mark(books.user(), id, seen ? books.act().at() : null);
          return alerts.find(books.user(), id).orElseThrow(() -> new NotFound(ALERT, id.value()));
        });
  }

  @Override
  public void markAllSeen() {
    books.with(CompetitorPermissions.READ, () -> alerts.markAll(books.user(), books.act().at()));
  }
}
