package org.kartoteka.sales.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.sales.Books;
import org.kartoteka.sales.internal.data.BookRows;
import org.kartoteka.sales.internal.data.RunRows;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The closing of periods. */
@Component
public final class BooksService implements Books {

  private static final int REASON = 300;
  private static final RecordRef BOOKS = new RecordRef(TYPE, "1", "");

  private final UnitOfWork unitOfWork;
  private final RecordKeeping keeping;
  private final BookRows rows;
  private final RunRows runs;

  @Activate
  public BooksService(
      @Reference UnitOfWork unitOfWork,
      @Reference RecordKeeping keeping,
      @Reference BookRows rows,
      @Reference RunRows runs) {
    this.unitOfWork = unitOfWork;
    this.keeping = keeping;
    this.rows = rows;
    this.runs = runs;
  }

  /** How the books stand, and why. */
  public record Closing(LocalDate closedUntil, String reason) {}

  @Override
  public Optional<LocalDate> closedUntil() {
    return unitOfWork.read(rows::closedUntil);
  }

  @Override
  public void close(LocalDate until, String reason) {
    keeping.with(
        SalesPermissions.CLOSE,
        () -> {
          LocalDate before = rows.lock().orElse(null);
          Findings findings = new Findings();
          findings.day("closedUntil", until);
          boolean opens = before != null && (until == null || until.isBefore(before));
          String why =
              opens
                  ? findings.requiredLine("reason", reason, REASON)
                  : findings.line("reason", reason, REASON);
          if (until != null && until.isAfter(keeping.act().today())) {
            findings.add("closedUntil", "future");
          }
          findings.throwIfAny();
          if (until != null && runs.isAtWorkUntil(until)) {
            throw new Refused("problem.sales.run-at-work");
          }
          rows.close(until);
          keeping.changed(BOOKS, new Closing(before, null), new Closing(until, why));
          return null;
        });
  }
}
