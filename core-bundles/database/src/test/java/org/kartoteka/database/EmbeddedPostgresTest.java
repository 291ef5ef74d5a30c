package org.kartoteka.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  @TempDir Path folder;
  private PostgresBinaries binaries;
  private EmbeddedPostgres server;

  @BeforeEach
  void unpack() throws DatabaseProblem {
    binaries = PostgresBinaries.unpackedIn(PostgresBinaries.cacheOr(folder.resolve("cache")));
    server = server();
  }

  @AfterEach
  void stop() throws DatabaseProblem {
    server.close();
  }

  @Test
  void aNewServerIsDurableAndClosedToStrangers() throws Exception {
    DatabaseAddress address = server.start();

    try (Connection connection = connect(address)) {
      assertEquals("on", setting(connection, "fsync"));
      assertEquals("on", setting(connection, "synchronous_commit"));
      assertEquals("on", setting(connection, "full_page_writes"));
      assertEquals("on", setting(connection, "data_checksums"));
      assertEquals("127.0.0.1", setting(connection, "listen_addresses"));
      assertEquals("", setting(connection, "unix_socket_directories"));
    }
    DatabaseAddress stranger = new DatabaseAddress(address.url(), address.user(), "guessed");
    assertEquals("28P01", assertThrows(SQLException.class, () -> connect(stranger)).getSQLState());
    assertEquals(
        PosixFilePermissions.fromString("rw-------"),
        Files.getPosixFilePermissions(folder.resolve("pg/password")));
    assertFalse(address.toString().contains(address.password()));
  }

  @Test
  void dataAndPortStayOverARestart() throws Exception {
    DatabaseAddress first = server.start();
    write(first, "kept");
    server.close();

    DatabaseAddress second = server().start();

    assertEquals(first, second);
    assertEquals("kept", read(second));
  }

  @Test
  void aPortTakenByAStrangerIsAvoided() throws Exception {
    DatabaseAddress first = server.start();
    server.close();

    try (ServerSocket stranger =
        new ServerSocket(port(first), 1, InetAddress.getByName("127.0.0.1"))) {
      DatabaseAddress second = server.start();

      assertNotEquals(stranger.getLocalPort(), port(second));
    }
  }

  @Test
  void anOrphanIsStoppedAndItsDataAreThere() throws Exception {
    DatabaseAddress first = server.start();
    write(first, "before the crash");

    EmbeddedPostgres next = server();
    DatabaseAddress second = next.start();

    assertEquals("before the crash", read(second));
    server = next;
  }

  @Test
  void aKilledServerRecovers() throws Exception {
    DatabaseAddress first = server.start();
    write(first, "committed");
    kill();

    DatabaseAddress second = server.start();

    assertEquals("committed", read(second));
  }

  @Test
  void aPidThatBelongsToAnotherProgramIsLeftAlone() throws Exception {
    server.start();
    kill();
    Process stranger = new ProcessBuilder("sleep", "60").start();
    Path file = folder.resolve("pg/cluster/postmaster.pid");
    String left = Files.readString(file);
    Files.writeString(file, stranger.pid() + left.substring(left.indexOf('\n')));

    server.start();

    assertTrue(stranger.isAlive());
    stranger.destroy();
  }

  @Test
  void aClusterOfAnotherVersionIsRefusedInWords() throws Exception {
    server.start();
    server.close();
    Files.writeString(folder.resolve("pg/cluster/PG_VERSION"), "15\n");

    DatabaseProblem problem = assertThrows(DatabaseProblem.class, server::start);

    assertTrue(problem.getMessage().contains("PostgreSQL 15"), problem.getMessage());
  }

  private EmbeddedPostgres server() {
    return new EmbeddedPostgres(folder.resolve("pg"), binaries).with("shared_buffers", "16MB");
  }

  private void kill() throws Exception {
    long pid = Postmaster.read(folder.resolve("pg/cluster")).orElseThrow().pid();
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    process.onExit().get(10, TimeUnit.SECONDS);
    assertFalse(server.alive());
  }

  private static Connection connect(DatabaseAddress address) throws SQLException {
    return DriverManager.getConnection(address.url(), address.user(), address.password());
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (var rows = connection.createStatement().executeQuery("show " + name)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void write(DatabaseAddress address, String text) throws SQLException {
    try (Connection connection = connect(address);
        var statement = connection.createStatement()) {
      statement.execute("create table said (text text)");
      statement.execute("insert into said values ('" + text + "')");
    }
  }

  private static String read(DatabaseAddress address) throws SQLException {
    try (Connection connection = connect(address);
        var rows = connection.createStatement().executeQuery("select text from said")) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static int port(DatabaseAddress address) {
    return java.net.URI.create(address.url().substring("jdbc:".length())).getPort();
  }
}
