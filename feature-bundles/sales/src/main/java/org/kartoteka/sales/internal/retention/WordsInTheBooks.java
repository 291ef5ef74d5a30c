package org.kartoteka.sales.internal.retention;

import java.util.ArrayList;
import java.util.List;
import org.kartoteka.core.api.retention.RecordTraces;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.privacy.ErasedData;
import org.kartoteka.platform.api.privacy.RowRetention;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.sales.internal.data.SalesPermissions;

/**
 * Names and words on what stands in the books. They are kept for a number of years that are counted
 * from the end of the year of the record; numbers and amounts stay, because turnover and
 * settlements are made of them.
 */
abstract class WordsInTheBooks extends RowRetention {

  private final UnitOfWork unitOfWork;
  private final RecordTraces traces;
  private final String type;
  private final String clear;

  /**
   * Words of one table.
   *
   * @param clear the statement that takes them from one row, whose id is its argument
   * @param rows as {@link RowRetention} wants them
   */
  WordsInTheBooks(
      UnitOfWork unitOfWork, RecordTraces traces, String type, String clear, String rows) {
    super(unitOfWork, SalesPermissions.FEATURE, type, rows);
    this.unitOfWork = unitOfWork;
    this.traces = traces;
    this.type = type;
    this.clear = clear;
  }

  @Override
  public final List<ErasedData> erase(long id, String reason) {
    List<ErasedData> erased = new ArrayList<>();
    erased.add(ErasedData.all(type, Sql.of(unitOfWork, clear, id).update()));
    erased.addAll(traces.erase(List.of(new RecordRef(type, Long.toString(id), ""))));
    return erased;
  }
}
