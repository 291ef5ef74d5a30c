package org.kartoteka.contracts.internal.data;

import java.time.LocalDate;
import org.kartoteka.contracts.NumberSeriesId;
import org.kartoteka.contracts.internal.domain.Series;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.record.NumberPattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives contracts their numbers; within a unit of work. */
@Component(service = Numbers.class)
public final class Numbers {

  private final UnitOfWork unitOfWork;
  private final ContractRows contracts;

  @Activate
  public Numbers(@Reference UnitOfWork unitOfWork, @Reference ContractRows contracts) {
    this.unitOfWork = unitOfWork;
    this.contracts = contracts;
  }

  /**
   * Takes the next number. Whoever else wants one of the same series waits until this transaction
   * has ended; when it is rolled back the number is given again. Numbers that were given by hand
   * are passed over.
   */
  public String take(Series series, LocalDate day) {
    NumberPattern pattern = series.pattern();
    String number;
    do {
      number = pattern.number(day, count(series.id(), pattern.period(day)));
    } while (contracts.isTaken(number, null));
    return number;
  }

  /** The number that would be given next, unless somebody is quicker. */
  public String next(Series series, LocalDate day) {
    NumberPattern pattern = series.pattern();
    long last =
        Sql.of(
                unitOfWork,
                "select last from contracts.number_counter where series_id = ? and period = ?",
                series.id(),
                pattern.period(day))
            .number();
    return pattern.number(day, last + 1);
  }

  private long count(NumberSeriesId series, String period) {
    return Sql.of(
            unitOfWork,
            "insert into contracts.number_counter as c (series_id, period, last) values (?, ?, 1)"
                + " on conflict (series_id, period) do update set last = c.last + 1"
                + " returning last",
            series,
            period)
        .number();
  }
}
