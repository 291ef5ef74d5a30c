package org.kartoteka.sales.internal.data;

import java.time.LocalDate;
import java.util.Optional;
import org.kartoteka.platform.api.data.Columns;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.Refused;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Up to which day the books are closed; within a unit of work. */
@Component(service = BookRows.class)
public final class BookRows {

  private final UnitOfWork unitOfWork;

  @Activate
  public BookRows(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  public Optional<LocalDate> closedUntil() {
    return read("");
  }

  /** Likewise; others who write into the books wait. */
  public Optional<LocalDate> lock() {
    return read(" for update");
  }

  public void close(LocalDate until) {
    Sql.of(unitOfWork, "update sales.books set closed_until = ?", until).update();
  }

  /**
   * Lets only those write who write on an open day; nobody closes it meanwhile.
   *
   * @throws Refused when the day is closed
   */
  public void requireOpen(LocalDate day) {
    read(" for share")
        .filter(closed -> !day.isAfter(closed))
        .ifPresent(
            closed -> {
              throw new Refused("problem.sales.closed", day.toString(), closed.toString());
            });
  }

  private Optional<LocalDate> read(String held) {
    return Sql.of(unitOfWork, "select closed_until from sales.books" + held)
        .first(row -> Columns.day(row, "closed_until"));
  }
}
