package org.kartoteka.security.internal;

import java.util.List;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;

/** Which providers there are. Every method runs in the caller's unit of work. */
final class ProviderTable {

  /** A provider and its kind. */
  record Row(String id, String kind) {}

  private final UnitOfWork unitOfWork;

  ProviderTable(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  List<Row> all() {
    return Sql.of(unitOfWork, "select id, kind from security.identity_provider order by id")
        .list(row -> new Row(row.getString(1), row.getString(2)));
  }

  /** Whether it was not there yet. */
  boolean insert(Row row) {
    return Sql.of(
                unitOfWork,
                "insert into security.identity_provider (id, kind) values (?, ?) on conflict do"
                    + " nothing",
                row.id(),
                row.kind())
            .update()
        > 0;
  }

  void delete(String id) {
    Sql.of(unitOfWork, "delete from security.identity_provider where id = ?", id).update();
  }
}
