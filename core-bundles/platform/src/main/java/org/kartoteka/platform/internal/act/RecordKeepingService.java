package org.kartoteka.platform.internal.act;

import java.time.Clock;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.ChangeHistory;
import org.kartoteka.platform.api.journal.Journal;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.CurrentUser;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Offers what every act on a record has in common. */
@Component(service = RecordKeeping.class)
public final class RecordKeepingService extends RecordKeeping {

  @Activate
  public RecordKeepingService(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference CurrentUser currentUser,
      @Reference Clock clock,
      @Reference ChangeHistory history,
      @Reference Journal journal) {
    super(unitOfWork, access, currentUser, clock, history, journal);
  }
}
