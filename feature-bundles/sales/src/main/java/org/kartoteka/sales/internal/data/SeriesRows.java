package org.kartoteka.sales.internal.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.sales.DocumentKind;
import org.kartoteka.sales.NumberSeries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Series of numbers and what was given of them; within a unit of work. */
@Component(service = SeriesRows.class)
public final class SeriesRows {

  private final UnitOfWork unitOfWork;

  @Activate
  public SeriesRows(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  public List<NumberSeries> all() {
    return Sql.of(unitOfWork, "select * from sales.series order by kind desc, code")
        .list(SeriesRows::series);
  }

  public Optional<NumberSeries> find(String code) {
    return Sql.of(unitOfWork, "select * from sales.series where code = ?", code)
        .first(SeriesRows::series);
  }

  /** The series that new documents of the kind get. */
  public NumberSeries usual(DocumentKind kind) {
    return Sql.of(unitOfWork, "select * from sales.series where kind = ? and usual", kind)
        .first(SeriesRows::series)
        .orElseThrow();
  }

  public boolean isBegun(String code) {
    return Sql.of(unitOfWork, "select count(*) from sales.series_counter where series = ?", code)
            .number()
        > 0;
  }

  public void set(NumberSeries series) {
    if (series.usual()) {
      Sql.of(
              unitOfWork,
              "update sales.series set usual = false where kind = ? and code <> ?",
              series.kind(),
              series.code())
          .update();
    }
    Sql.of(
            unitOfWork,
            "insert into sales.series (code, kind, pattern, usual) values (?, ?, ?, ?)"
                + " on conflict (code) do update set pattern = excluded.pattern,"
                + " usual = excluded.usual",
            series.code(),
            series.kind(),
            series.pattern(),
            series.usual())
        .update();
  }

  /**
   * Takes the next numbers; others who want numbers of the series wait until this is committed or
   * rolled back, so that no number is lost.
   *
   * @return the first of them
   */
  public long next(String series, String span, int count) {
    return Sql.of(
                unitOfWork,
                "insert into sales.series_counter as c (series, span, last) values (?, ?, ?)"
                    + " on conflict (series, span) do update set last = c.last + excluded.last"
                    + " returning last",
                series,
                span,
                count)
            .number()
        - count
        + 1;
  }

  private static NumberSeries series(ResultSet row) throws SQLException {
    return new NumberSeries(
        row.getString("code"),
        DocumentKind.valueOf(row.getString("kind")),
        row.getString("pattern"),
        row.getBoolean("usual"));
  }
}
