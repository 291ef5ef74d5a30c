package org.kartoteka.platform.api.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;

/** A kind of data that is the rows of one statement, named like the type of its records. */
public abstract class RowRetention implements RetentionKind {

  private final UnitOfWork unitOfWork;
  private final String feature;
  private final String type;
  private final String rows;

  /**
   * Rows of a statement.
   *
   * @param type of the records, and name of the kind
   * @param rows a select of {@code id}, {@code party} (may be null), {@code since} (timestamptz)
   *     and {@code label}
   */
  protected RowRetention(UnitOfWork unitOfWork, String feature, String type, String rows) {
    this.unitOfWork = unitOfWork;
    this.feature = feature;
    this.type = type;
    this.rows = " from (" + rows + ") r where ";
  }

  @Override
  public final String name() {
    return type;
  }

  @Override
  public final String feature() {
    return feature;
  }

  @Override
  public final String recordType() {
    return type;
  }

  @Override
  public final List<DueRecord> due(Instant before, Long after, int limit) {
    return Sql.of(
            unitOfWork,
            "select *" + rows + "since < ? and id > ? order by id limit ?",
            before,
            after == null ? Long.MIN_VALUE : after,
            limit)
        .list(RowRetention::due);
  }

  @Override
  public final Optional<DueRecord> due(long id, Instant before) {
    return Sql.of(unitOfWork, "select *" + rows + "since < ? and id = ?", before, id)
        .first(RowRetention::due);
  }

  @Override
  public final Map<Long, String> labels(Collection<Long> ids) {
    return Sql.of(unitOfWork, "select id, label" + rows + "id = any(?::bigint[])", ids)
        .list(row -> Map.entry(row.getLong(1), row.getString(2)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static DueRecord due(ResultSet row) throws SQLException {
    long party = row.getLong("party");
    return new DueRecord(
        row.getLong("id"), row.wasNull() ? null : party, Sql.instant(row, "since"));
  }
}
