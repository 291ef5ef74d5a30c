package org.kartoteka.platform.internal.feature;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.User;

/** What administrators want of each feature; kept in the database, the same for all nodes. */
final class WantedStates {

  /** What is wanted of a feature. */
  enum Wanted {
    ACTIVE,
    STOPPED,
    REMOVED
  }

  /** What is known of a feature besides its bundle. */
  record Entry(Wanted wanted, String schema, String lastProblem) {}

  private final UnitOfWork unitOfWork;
  private final CurrentUser currentUser;
  private final Clock clock;

  WantedStates(UnitOfWork unitOfWork, CurrentUser currentUser, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.currentUser = currentUser;
    this.clock = clock;
  }

  Map<String, Entry> all() {
    Map<String, Entry> entries = new HashMap<>();
    unitOfWork.run(
        () ->
            Sql.of(unitOfWork, "select id, wanted, schema, last_problem from platform.feature")
                .list(
                    row ->
                        entries.put(
                            row.getString(1),
                            new Entry(
                                Wanted.valueOf(row.getString(2)),
                                row.getString(3),
                                row.getString(4)))));
    return entries;
  }

  Optional<Entry> of(String id) {
    return Optional.ofNullable(all().get(id));
  }

  void want(String id, String schema, Wanted wanted, String lastProblem) {
    unitOfWork.run(
        () ->
            Sql.of(
                    unitOfWork,
                    "insert into platform.feature (id, schema, wanted, last_problem, changed_at,"
                        + " changed_by) values (?, ?, ?, ?, ?, ?) on conflict (id) do update set schema"
                        + " = coalesce(excluded.schema, platform.feature.schema), wanted ="
                        + " excluded.wanted, last_problem = excluded.last_problem, changed_at ="
                        + " excluded.changed_at, changed_by = excluded.changed_by",
                    id,
                    schema,
                    wanted,
                    lastProblem,
                    clock.instant(),
                    currentUser.user().orElse(User.SYSTEM).name())
                .update());
  }

  void forget(String id) {
    unitOfWork.run(
        () -> Sql.of(unitOfWork, "delete from platform.feature where id = ?", id).update());
  }
}
