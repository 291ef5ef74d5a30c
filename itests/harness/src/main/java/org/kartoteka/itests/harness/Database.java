package org.kartoteka.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The embedded database of a product, asked past the product: for what no API shows, and to hold
 * rows so that the product waits at a certain place.
 */
public final class Database implements AutoCloseable {

  private final Connection connection;

  /** A connection of its own to the database of a product that runs. */
  public Database(Product product) {
    Path folder = product.data().resolve("postgresql");
    try {
      connection =
          DriverManager.getConnection(
              "jdbc:postgresql://127.0.0.1:" + read(folder.resolve("port")) + "/kartoteka",
              "kartoteka",
              read(folder.resolve("password")));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The rows, each as the texts of its columns. */
  public List<List<String>> rows(String sql, Object... arguments) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      try (ResultSet found = statement.executeQuery()) {
        List<List<String>> rows = new ArrayList<>();
        while (found.next()) {
          List<String> row = new ArrayList<>();
          for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            row.add(found.getString(i));
          }
          rows.add(row);
        }
        return rows;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The number in the first column of the first row. */
  public long number(String sql, Object... arguments) {
    return Long.parseLong(rows(sql, arguments).get(0).get(0));
  }

  /** Holds what the query locks until this is closed. */
  public void hold(String sql, Object... arguments) {
    try {
      connection.setAutoCommit(false);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    if (rows(sql, arguments).isEmpty()) {
      throw new IllegalStateException("nothing to hold: " + sql);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
