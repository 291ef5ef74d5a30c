package org.kartoteka.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import javax.sql.DataSource;

/** A fresh database on a real PostgreSQL that lives as long as the test run. */
public final class PostgresFixture {

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static EmbeddedPostgres server;

  private final String name;

  private PostgresFixture(String name) {
    this.name = name;
  }

  /** A new, empty database. */
  public static synchronized PostgresFixture create() {
    try {
      if (server == null) {
        server =
            EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "icu")
                .setLocaleConfig("icu-locale", "und")
                .start();
      }
      String name = "test_" + DATABASES.incrementAndGet();
      try (Connection connection = server.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create database " + name);
      }
      return new PostgresFixture(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs the migrations {@code db/<schema>/V*.sql} of the class path, schema after schema. */
  public PostgresFixture migrate(String... schemas) {
    for (String schema : schemas) {
      migrate(schema, 0, Integer.MAX_VALUE);
    }
    return this;
  }

  /**
   * Runs those migrations of a schema that a database of before has, or has yet to get.
   *
   * @param first the first version
   * @param last the last one
   */
  public PostgresFixture migrate(String schema, int first, int last) {
    execute("create schema if not exists " + schema);
    for (Script script : scripts(schema)) {
      if (script.version() >= first && script.version() <= last) {
        execute("set search_path to " + schema + ", public;\n" + script.text());
      }
    }
    return this;
  }

  /** The database for plain SQL. */
  public DataSource dataSource() {
    return server.getDatabase("postgres", name);
  }

  /** The address of the database for JDBC. */
  public String url() {
    return server.getJdbcUrl("postgres", name);
  }

  /** Runs SQL that returns nothing. */
  public void execute(String sql) {
    try (Connection connection = dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /**
   * The entity manager factory of a persistence unit of the class path, without JTA, on a pool of
   * connections of its own.
   */
  public EntityManagerFactory entityManagerFactory(String unit) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("javax.persistence.transactionType", "RESOURCE_LOCAL");
    properties.put("javax.persistence.jtaDataSource", null);
    properties.put("javax.persistence.jdbc.driver", "org.postgresql.Driver");
    properties.put("javax.persistence.jdbc.url", url());
    properties.put("eclipselink.weaving", "false");
    return Persistence.createEntityManagerFactory(unit, properties);
  }

  private record Script(int version, String text) {}

  private static List<Script> scripts(String schema) {
    URL folder = Thread.currentThread().getContextClassLoader().getResource("db/" + schema);
    if (folder == null) {
      throw new IllegalArgumentException("no db/" + schema + " on the class path");
    }
    try {
      URI uri = folder.toURI();
      if (!"jar".equals(uri.getScheme())) {
        return read(Path.of(uri));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return read(jar.getPath("/db/" + schema));
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Script> read(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("V\\d+__.+\\.sql"))
          .sorted(Comparator.comparing(file -> file.getFileName().toString()))
          .map(file -> new Script(version(file), text(file)))
          .toList();
    }
  }

  private static int version(Path file) {
    return Integer.parseInt(file.getFileName().toString().replaceFirst("V(\\d+)__.*", "$1"));
  }

  private static String text(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
