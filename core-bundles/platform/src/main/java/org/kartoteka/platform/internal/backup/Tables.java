package org.kartoteka.platform.internal.backup;

import java.sql.Connection;
import java.util.List;
import org.kartoteka.platform.api.data.Sql;

/** What the database says of its schemas, for backup and restoring alike. */
final class Tables {

  private static final String OURS =
      " not in ('pg_catalog', 'information_schema') and %s not like 'pg\\_%%'";

  private final Connection connection;

  Tables(Connection connection) {
    this.connection = connection;
  }

  /** A table with the columns that are copied; generated ones make themselves. */
  record Table(String name, String columns) {}

  List<Table> tables() {
    return Sql.of(
            connection,
            "select quote_ident(t.table_schema) || '.' || quote_ident(t.table_name) as name,"
                + " string_agg(quote_ident(c.column_name), ', ' order by c.ordinal_position) as"
                + " columns from information_schema.tables t join information_schema.columns c using"
                + " (table_schema, table_name) where t.table_type = 'BASE TABLE' and c.is_generated ="
                + " 'NEVER' and t.table_schema"
                + OURS.formatted("t.table_schema")
                + " group by 1 order by 1")
        .list(row -> new Table(row.getString(1), row.getString(2)));
  }

  /** Where each sequence stands: a statement that sets it. */
  List<String> sequences() {
    return Sql.of(
            connection,
            "select format('select setval(%L, %s, %L)', quote_ident(schemaname) || '.' ||"
                + " quote_ident(sequencename), coalesce(last_value, start_value), last_value is not"
                + " null) from pg_sequences where schemaname"
                + OURS.formatted("schemaname")
                + " order by 1")
        .list(row -> row.getString(1));
  }

  /** The statements that make the indexes; some are made by the product as it is used. */
  List<String> indexes() {
    return Sql.of(
            connection,
            "select indexdef from pg_indexes where schemaname"
                + OURS.formatted("schemaname")
                + " order by 1")
        .list(row -> row.getString(1));
  }

  /** Which migrations made the schemas. */
  List<String> migrations() {
    return Sql.of(
            connection,
            "select schema || ' ' || version || ' ' || checksum from platform.schema_history order by"
                + " schema, version")
        .list(row -> row.getString(1));
  }
}
