package org.kartoteka.competitors.internal.retention;

import java.util.ArrayList;
import java.util.List;
import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.core.api.retention.RecordTraces;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.privacy.ErasedData;
import org.kartoteka.platform.api.privacy.RowRetention;
import org.kartoteka.platform.api.record.RecordRef;

/** Something observed of a competitor; erased with the alerts it caused and its history. */
abstract class Observations extends RowRetention {

  private final UnitOfWork unitOfWork;
  private final RecordTraces traces;
  private final String type;
  private final String table;

  /**
   * Observations of one table.
   *
   * @param rows as {@link RowRetention} wants them
   */
  Observations(UnitOfWork unitOfWork, RecordTraces traces, String type, String table, String rows) {
    super(unitOfWork, CompetitorPermissions.FEATURE, type, rows);
    this.unitOfWork = unitOfWork;
    this.traces = traces;
    this.type = type;
    this.table = table;
  }

  @Override
  public final List<ErasedData> erase(long id, String reason) {
    List<ErasedData> erased = new ArrayList<>();
    long gone =
        Sql.of(unitOfWork, "delete from competitors." + table + " where id = ?", id).update();
    erased.add(ErasedData.all(type, gone));
    long alerts =
        Sql.of(
                unitOfWork,
                "delete from competitors.alert where record_type = ? and record_id = ?",
                type,
                Long.toString(id))
            .update();
    if (alerts > 0) {
      erased.add(ErasedData.all("competitors.alert", alerts));
    }
    erased.addAll(traces.erase(List.of(new RecordRef(type, Long.toString(id), ""))));
    return erased;
  }
}
