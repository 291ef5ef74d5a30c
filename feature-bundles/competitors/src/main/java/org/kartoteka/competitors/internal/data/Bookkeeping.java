package org.kartoteka.competitors.internal.data;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.kartoteka.competitors.internal.domain.Act;
import org.kartoteka.competitors.internal.domain.Findings;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.ChangeHistory;
import org.kartoteka.platform.api.history.ChangeView;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.Journal;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.UserDirectory;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What every act on a record has in common: may he, when, in one transaction, and its traces. */
@Component(service = Bookkeeping.class)
public final class Bookkeeping {

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final CurrentUser currentUser;
  private final UserDirectory users;
  private final Clock clock;
  private final ChangeHistory history;
  private final Journal journal;

  @Activate
  public Bookkeeping(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference CurrentUser currentUser,
      @Reference UserDirectory users,
      @Reference Clock clock,
      @Reference ChangeHistory history,
      @Reference Journal journal) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.currentUser = currentUser;
    this.users = users;
    this.clock = clock;
    this.history = history;
    this.journal = journal;
  }

  /** Reads within a transaction. */
  public <T> T reading(Supplier<T> work) {
    return with(CompetitorPermissions.READ, work);
  }

  /** Works within a transaction, with a permission; repeated when it collides with another. */
  public <T> T with(String permission, Supplier<T> work) {
    access.require(permission);
    return unitOfWork.callRepeatably(work);
  }

  /** Who acts, and when; as exact as the database keeps times. */
  public Act act() {
    return new Act(
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        LocalDate.now(clock),
        currentUser.require().name());
  }

  /** The id of who acts. */
  public UserId user() {
    return currentUser.require().id();
  }

  /** Notes an error when there is no such user. */
  public void checkOwner(UserId owner, Findings findings) {
    if (owner != null && users.user(owner).isEmpty()) {
      findings.add("ownerId", "unknownUser");
    }
  }

  /** A record was made. */
  public void created(RecordRef record, Record data, DomainEvent event) {
    history.record(ChangeView.Kind.CREATED, record, FieldChanges.between(null, data));
    journal.append(event);
  }

  /** A record was changed. */
  public void changed(RecordRef record, Record before, Record after) {
    history.record(ChangeView.Kind.CHANGED, record, FieldChanges.between(before, after));
  }

  /** A record was deleted. */
  public void deleted(RecordRef record, Record data) {
    history.record(ChangeView.Kind.DELETED, record, FieldChanges.between(data, null));
  }

  /** Something happened that others may want to know. */
  public void happened(DomainEvent event) {
    journal.append(event);
  }
}
