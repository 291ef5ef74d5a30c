package org.kartoteka.competitors.internal.handover;

import java.util.List;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.UserId;

/** The rows of a table that belong to somebody; within a unit of work. */
final class OwnedRows {

  private final UnitOfWork unitOfWork;
  private final String from;
  private final String key;

  OwnedRows(UnitOfWork unitOfWork, String table, String key) {
    this.unitOfWork = unitOfWork;
    this.from = " from competitors." + table + " where owner_id = ?";
    this.key = key;
  }

  long count(UserId owner) {
    return Sql.of(unitOfWork, "select count(*)" + from, owner).number();
  }

  List<Long> ids(UserId owner, long after, int limit) {
    return Sql.of(
            unitOfWork,
            "select " + key + from + " and " + key + " > ? order by " + key + " limit ?",
            owner,
            after,
            limit)
        .list(row -> row.getLong(1));
  }
}
