package org.kartoteka.core.internal.custom;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.kartoteka.core.api.custom.CustomFieldView;
import org.kartoteka.platform.api.data.DataAccessFailed;
import org.kartoteka.platform.api.data.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The indexes of single custom fields: of every field one for its order and for ranges, of texts
 * and links another one for parts. They hold only the rows that have a value. Equal values are
 * found by the index of the whole column.
 *
 * <p>They are built and dropped while others write, which PostgreSQL does outside of a transaction
 * only. When that is broken off, an invalid index is left, which is dropped before it is built
 * again.
 */
@Component(service = CustomFieldIndexes.class)
public class CustomFieldIndexes {

  private static final String OURS = "^(party|person)_custom_[0-9]+(_[a-z]+)?$";

  private final DataSource dataSource;

  @Activate
  public CustomFieldIndexes(@Reference(target = "(kartoteka.schema=core)") DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** How an index in the database is. */
  private enum State {
    SOUND,
    INVALID,
    IN_THE_MAKING
  }

  /** Those of the fields that lack an index. */
  List<CustomFieldView> lacking(List<CustomFieldView> fields) {
    return alone(
        connection -> {
          Map<String, State> there = there(connection);
          return fields.stream()
              .filter(
                  field ->
                      !wanted(field).keySet().stream()
                          .allMatch(name -> there.get(name) == State.SOUND))
              .toList();
        });
  }

  /**
   * Builds what the field has not yet.
   *
   * @return false when another connection is still at it, which was left behind by a crash
   */
  boolean build(CustomFieldView field) {
    return alone(
        connection -> {
          Map<String, State> there = there(connection);
          for (Map.Entry<String, String> one : wanted(field).entrySet()) {
            State state = there.get(one.getKey());
            if (state == State.IN_THE_MAKING) {
              return false;
            }
            if (state == State.INVALID) {
              drop(connection, one.getKey());
            }
            if (state != State.SOUND) {
              update(
                  connection,
                  "create index concurrently " + one.getKey() + " on core." + one.getValue());
            }
          }
          describe(connection, field);
          return true;
        });
  }

  /** Drops the indexes that belong to none of the fields. */
  void dropOthers(List<CustomFieldView> fields) {
    Set<String> wanted =
        fields.stream()
            .flatMap(field -> wanted(field).keySet().stream())
            .collect(Collectors.toSet());
    Set<String> described =
        fields.stream().map(CustomFieldIndexes::statistics).collect(Collectors.toSet());
    alone(
        connection -> {
          there(connection)
              .forEach(
                  (name, state) -> {
                    if (!wanted.contains(name) && state != State.IN_THE_MAKING) {
                      drop(connection, name);
                    }
                  });
          for (String name : statistics(connection)) {
            if (!described.contains(name)) {
              update(connection, "drop statistics if exists core." + name);
            }
          }
          return true;
        });
  }

  /** The indexes of a field: table and columns by name. */
  private static Map<String, String> wanted(CustomFieldView field) {
    CustomColumn column = CustomColumn.of(field);
    String where = " where " + column.present();
    Map<String, String> wanted = new LinkedHashMap<>();
    wanted.put(
        name(field) + "_order", field.recordType() + " ((" + column.order() + "), id)" + where);
    if (column.isText()) {
      wanted.put(
          name(field),
          field.recordType() + " using gin ((" + column.parts() + ") public.gin_trgm_ops)" + where);
    }
    return wanted;
  }

  /**
   * PostgreSQL does not believe what an index of some rows alone tells of their values: without
   * statistics of the values themselves it takes a third of all rows to fit any range.
   */
  private static void describe(Connection connection, CustomFieldView field) {
    CustomColumn column = CustomColumn.of(field);
    if (column.isRange()) {
      update(
          connection,
          "create statistics if not exists core."
              + statistics(field)
              + " on ("
              + column.order()
              + ") from core."
              + field.recordType());
      update(connection, "analyze core." + field.recordType());
    }
  }

  private static Map<String, State> there(Connection connection) {
    Map<String, State> there = new LinkedHashMap<>();
    Sql.of(
            connection,
            """
            select c.relname, i.indisvalid,
                   exists (select 1 from pg_stat_progress_create_index p
                            where p.index_relid = c.oid) as busy
              from pg_index i
              join pg_class c on c.oid = i.indexrelid
              join pg_namespace n on n.oid = c.relnamespace
             where n.nspname = 'core' and c.relname ~ ?
            """,
            OURS)
        .list(
            row ->
                there.put(
                    row.getString(1),
                    row.getBoolean(2)
                        ? State.SOUND
                        : row.getBoolean(3) ? State.IN_THE_MAKING : State.INVALID));
    return there;
  }

  private static List<String> statistics(Connection connection) {
    return new ArrayList<>(
        Sql.of(
                connection,
                "select stxname from pg_statistic_ext s join pg_namespace n on n.oid = s.stxnamespace"
                    + " where n.nspname = 'core' and stxname ~ ?",
                OURS)
            .list(row -> row.getString(1)));
  }

  private static void drop(Connection connection, String name) {
    update(connection, "drop index concurrently if exists core." + name);
  }

  private static void update(Connection connection, String sql) {
    Sql.of(connection, sql).update();
  }

  private static String name(CustomFieldView field) {
    return field.recordType() + "_custom_" + field.id().value();
  }

  private static String statistics(CustomFieldView field) {
    return name(field) + "_values";
  }

  /** Works on a connection of its own, outside of any transaction. */
  private <T> T alone(Function<Connection, T> work) {
    try (Connection connection = dataSource.getConnection()) {
      if (!connection.getAutoCommit()) {
        throw new IllegalStateException("an index is built outside of a transaction");
      }
      return work.apply(connection);
    } catch (SQLException e) {
      throw new DataAccessFailed("connect", e);
    }
  }
}
