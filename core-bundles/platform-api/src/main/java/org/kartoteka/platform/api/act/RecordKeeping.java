package org.kartoteka.platform.api.act;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.ChangeHistory;
import org.kartoteka.platform.api.history.ChangeView;
import org.kartoteka.platform.api.history.FieldChanges;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.Journal;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.UserId;

/**
 * What every act on a record has in common: may he, when, in one transaction, and the traces it
 * leaves in the change history and in the journal. Offered as a service; may be used on any thread.
 */
public class RecordKeeping {

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final CurrentUser currentUser;
  private final Clock clock;
  private final ChangeHistory history;
  private final Journal journal;

  public RecordKeeping(
      UnitOfWork unitOfWork,
      AccessControl access,
      CurrentUser currentUser,
      Clock clock,
      ChangeHistory history,
      Journal journal) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.currentUser = currentUser;
    this.clock = clock;
    this.history = history;
    this.journal = journal;
  }

  /**
   * Works within a transaction, with a permission; repeated when it collides with another.
   *
   * @throws org.kartoteka.platform.api.problem.Forbidden without the permission
   */
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

  /** A record was made. */
  public void created(RecordRef record, Record data, DomainEvent event) {
    history.record(ChangeView.Kind.CREATED, record, FieldChanges.between(null, data));
    journal.append(event);
  }

  /** A record was made, which no other bundle needs to be told. */
  public void created(RecordRef record, Record data) {
    history.record(ChangeView.Kind.CREATED, record, FieldChanges.between(null, data));
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
