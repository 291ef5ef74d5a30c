package org.kartoteka.itests.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Looks for texts in every column of every table, whatever its type, and in a folder's files. */
final class Traces {

  private static final String COLUMNS =
      """
      select quote_ident(table_schema) || '.' || quote_ident(table_name), quote_ident(column_name),
             data_type
        from information_schema.columns join information_schema.tables
             using (table_schema, table_name)
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
      """;

  private final DataSource database;
  private final List<String> texts;

  Traces(DataSource database, List<String> texts) {
    this.database = database;
    this.texts = texts;
  }

  /** The columns that hold any of the texts, with what is in one of their rows. */
  Map<String, String> inTables() {
    Map<String, String> found = new TreeMap<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String[] column : columns(statement)) {
        try (ResultSet rows = statement.executeQuery(search(column[0], column[1], column[2]))) {
          if (rows.next()) {
            found.put(column[0] + "." + column[1], rows.getString(1));
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return found;
  }

  private static List<String[]> columns(Statement statement) throws SQLException {
    List<String[]> columns = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(COLUMNS)) {
      while (rows.next()) {
        columns.add(new String[] {rows.getString(1), rows.getString(2), rows.getString(3)});
      }
    }
    return columns;
  }

  private String search(String table, String column, String type) {
    String text = type.equals("bytea") ? "encode(" + column + ", 'escape')" : column + "::text";
    return "select left("
        + text
        + ", 500) from "
        + table
        + " where "
        + texts.stream()
            .map(one -> text + " ilike '%" + one + "%'")
            .collect(Collectors.joining(" or "))
        + " limit 1";
  }

  /** The files in the folder that hold any of the texts. */
  List<String> inFiles(Path folder) {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(this::holds).map(Path::toString).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean holds(Path file) {
    try {
      String content =
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
      return texts.stream().anyMatch(text -> content.contains(text.toLowerCase(Locale.ROOT)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
