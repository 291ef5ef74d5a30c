package org.kartoteka.sales.internal;

import java.util.List;
import java.util.Optional;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.record.NumberPattern;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.sales.NumberSeries;
import org.kartoteka.sales.NumberSeriesBook;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.kartoteka.sales.internal.data.SeriesRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The series of numbers. */
@Component
public final class SeriesService implements NumberSeriesBook {

  static final String TYPE = "sales.series";
  private static final int CODE = 40;
  private static final int PATTERN = 60;

  private final RecordKeeping keeping;
  private final SeriesRows rows;

  @Activate
  public SeriesService(@Reference RecordKeeping keeping, @Reference SeriesRows rows) {
    this.keeping = keeping;
    this.rows = rows;
  }

  @Override
  public List<NumberSeries> all() {
    return keeping.with(SalesPermissions.READ, rows::all);
  }

  @Override
  public void set(NumberSeries given) {
    keeping.with(
        SalesPermissions.CLOSE,
        () -> {
          Findings findings = new Findings();
          String code = findings.requiredLine("code", given.code(), CODE);
          String pattern = findings.requiredLine("pattern", given.pattern(), PATTERN);
          findings.required("kind", given.kind());
          if (pattern != null && !new NumberPattern(pattern).isValid()) {
            findings.add("pattern", "numberPattern");
          }
          findings.throwIfAny();
          NumberSeries series = new NumberSeries(code, given.kind(), pattern, given.usual());
          Optional<NumberSeries> before = rows.find(code);
          before.ifPresent(known -> check(known, series));
          rows.set(series);
          keeping.changed(new RecordRef(TYPE, code, code), before.orElse(null), series);
          return null;
        });
  }

  private void check(NumberSeries known, NumberSeries wanted) {
    if (known.kind() != wanted.kind()
        || !known.pattern().equals(wanted.pattern()) && rows.isBegun(known.code())) {
      throw new Refused("problem.sales.series-begun", known.code());
    }
    if (known.usual() && !wanted.usual()) {
      throw new Refused("problem.sales.series-usual", known.code());
    }
  }
}
