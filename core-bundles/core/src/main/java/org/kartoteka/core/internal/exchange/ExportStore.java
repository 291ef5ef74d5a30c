package org.kartoteka.core.internal.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.kartoteka.core.internal.data.SqlText;
import org.kartoteka.core.internal.domain.Json;
import org.kartoteka.platform.api.data.Cursor;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.exchange.ExportId;
import org.kartoteka.platform.api.exchange.ExportOrder;
import org.kartoteka.platform.api.exchange.ExportQuery;
import org.kartoteka.platform.api.exchange.ExportView;
import org.kartoteka.platform.api.exchange.FileFormat;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who exported what, as the database keeps it. */
@Component(service = ExportStore.class)
public class ExportStore {

  private final UnitOfWork unitOfWork;
  private final Clock clock;

  @Activate
  public ExportStore(@Reference UnitOfWork unitOfWork, @Reference Clock clock) {
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  ExportView add(ExportOrder order, String fileName, String by) {
    return Sql.of(
            unitOfWork,
            """
            insert into core.export (type, format, file_name, fields, query, ordered_by, ordered_at)
            values (?, ?, ?, ?::jsonb, ?::jsonb, ?, ?) returning *
            """,
            order.type(),
            order.format(),
            fileName,
            Json.write(order.fields()),
            Json.write(order.query()),
            by,
            clock.instant())
        .first(ExportStore::view)
        .orElseThrow();
  }

  /** The file was fetched to its end. */
  void fetched(ExportId id, long rows, String by) {
    Sql.of(
            unitOfWork,
            "update core.export set rows = ?, fetched_by = ?, fetched_at = ? where id = ?",
            rows,
            by,
            clock.instant(),
            id)
        .update();
  }

  ExportView get(ExportId id) {
    return Sql.of(unitOfWork, "select * from core.export where id = ?", id)
        .first(ExportStore::view)
        .orElseThrow(() -> new NotFound("export", id.value()));
  }

  Page<ExportView> page(Optional<String> by, PageRequest request) {
    SqlText sql = new SqlText().add("select * from core.export where true");
    by.ifPresent(name -> sql.add("and ordered_by = ?", name));
    if (request.after() != null) {
      sql.add("and id < ?", number(request));
    }
    sql.add("order by id desc limit ?", request.limit() + 1);
    List<ExportView> found = Sql.of(unitOfWork, sql.text(), sql.array()).list(ExportStore::view);
    boolean more = found.size() > request.limit();
    List<ExportView> items = more ? found.subList(0, request.limit()) : found;
    return new Page<>(
        items, more ? Cursor.of(List.of(items.get(items.size() - 1).id().value())) : null);
  }

  private static long number(PageRequest request) {
    try {
      return Long.parseLong(String.valueOf(Cursor.values(request.after(), 1).get(0)));
    } catch (NumberFormatException foreign) {
      throw new InvalidInput(FieldError.of("after", "cursor"));
    }
  }

  private static ExportView view(ResultSet row) throws SQLException {
    long rows = row.getLong("rows");
    Long known = row.wasNull() ? null : rows;
    return new ExportView(
        new ExportId(row.getLong("id")),
        row.getString("type"),
        FileFormat.valueOf(row.getString("format")),
        row.getString("file_name"),
        Json.list(row.getString("fields"), String.class),
        Json.value(row.getString("query"), ExportQuery.class),
        known,
        row.getString("ordered_by"),
        Sql.instant(row, "ordered_at"),
        Sql.instant(row, "fetched_at"));
  }
}
