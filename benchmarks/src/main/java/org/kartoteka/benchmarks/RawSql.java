package org.kartoteka.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The floor: the same questions by plain SQL, a connection a client. */
final class RawSql implements AutoCloseable {

  static final String LIST =
      "select id, revision, kind, name, short_name, number, status, identifier, city, country, phone,"
          + " email, rating, owner_id, roles, tags, changed_at from core.party p ";

  private final List<Connection> all = new ArrayList<>();
  private final BlockingQueue<Connection> free = new LinkedBlockingQueue<>();

  RawSql(Target target) throws SQLException {
    for (int i = 0; i < target.clients(); i++) {
      Connection connection =
          DriverManager.getConnection(target.jdbcUrl(), target.jdbcUser(), target.jdbcPassword());
      all.add(connection);
      free.add(connection);
    }
  }

  /** Reads all columns of all rows and tells how many rows there were. */
  int read(String sql, Object... arguments) throws SQLException, InterruptedException {
    Connection connection = free.take();
    try (PreparedStatement statement = prepared(connection, sql, arguments);
        ResultSet rows = statement.executeQuery()) {
      int columns = rows.getMetaData().getColumnCount();
      int count = 0;
      while (rows.next()) {
        for (int i = 1; i <= columns; i++) {
          rows.getObject(i);
        }
        count++;
      }
      return count;
    } finally {
      free.add(connection);
    }
  }

  /** One transaction of several changes. */
  void write(List<String> statements, List<Object[]> arguments)
      throws SQLException, InterruptedException {
    Connection connection = free.take();
    try {
      connection.setAutoCommit(false);
      for (int i = 0; i < statements.size(); i++) {
        try (PreparedStatement statement =
            prepared(connection, statements.get(i), arguments.get(i))) {
          statement.executeUpdate();
        }
      }
      connection.commit();
      connection.setAutoCommit(true);
    } finally {
      free.add(connection);
    }
  }

  /** The first column of the rows. */
  List<String> texts(String sql, Object... arguments) throws SQLException, InterruptedException {
    Connection connection = free.take();
    try (PreparedStatement statement = prepared(connection, sql, arguments);
        ResultSet rows = statement.executeQuery()) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } finally {
      free.add(connection);
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... arguments)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : all) {
      connection.close();
    }
  }
}
