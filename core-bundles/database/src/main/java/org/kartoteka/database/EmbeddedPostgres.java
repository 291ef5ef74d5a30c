package org.kartoteka.database;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.management.JMException;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One PostgreSQL server of ours: durable, with data checksums and a random password, reachable on
 * the loopback address only. It keeps its cluster, its port and its password in one folder, which
 * nobody else may use at the same time; whoever calls has to see to that, see {@link DataFolder}.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  /** The role that owns everything, and the name of the database. */
  public static final String NAME = "kartoteka";

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final long LEAST_BUFFERS = 128;
  private static final long MOST_BUFFERS = 1024;
  private static final long LEAST_SPACE = 100L << 20;
  private static final int TRIES = 4;

  private final Path folder;
  private final Path cluster;
  private final PostgresTool tool;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private ProcessHandle process;

  /**
   * @param folder the server's own folder, made when missing
   * @param binaries the programs
   */
  public EmbeddedPostgres(Path folder, PostgresBinaries binaries) {
    this.folder = folder.toAbsolutePath().normalize();
    this.cluster = this.folder.resolve("cluster");
    this.tool = new PostgresTool(binaries, this.folder);
    settings.put("listen_addresses", "127.0.0.1");
    settings.put("unix_socket_directories", "");
    settings.put("password_encryption", "scram-sha-256");
    settings.put("max_connections", "60");
    settings.put("shared_buffers", buffers() + "MB");
    settings.put("max_wal_size", "6GB");
    settings.put("checkpoint_timeout", "15min");
    settings.put("random_page_cost", "1.1");
    settings.put("jit", "off");
    settings.put("timezone", "UTC");
    settings.put("log_timezone", "UTC");
    settings.put("lc_messages", "C");
    settings.put("logging_collector", "on");
    settings.put("log_directory", "../log");
    settings.put("log_filename", "postgresql-%a.log");
    settings.put("log_truncate_on_rotation", "on");
    settings.put("log_rotation_age", "1d");
    settings.put("log_rotation_size", "0");
    settings.put("log_line_prefix", "%m [%p] %a ");
  }

  /** Memory for pages in megabytes: an eighth of what the machine, or its container, has. */
  private static long buffers() {
    try {
      Object memory =
          ManagementFactory.getPlatformMBeanServer()
              .getAttribute(
                  new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME),
                  "TotalMemorySize");
      return Math.max(LEAST_BUFFERS, Math.min(MOST_BUFFERS, ((long) memory >> 20) / 8));
    } catch (JMException unknown) {
      LOG.warn("It is not known how much memory this machine has: {}", unknown.getMessage());
      return LEAST_BUFFERS;
    }
  }

  /** Adds or replaces one server setting before the start. */
  public EmbeddedPostgres with(String setting, String value) {
    settings.put(setting, value);
    return this;
  }

  /**
   * Makes the cluster if there is none, ends an orphan of an earlier run, and starts the server.
   */
  public synchronized DatabaseAddress start() throws DatabaseProblem {
    try {
      Files.createDirectories(folder);
      checkSpace();
      String password = password();
      if (Files.exists(cluster.resolve("PG_VERSION"))) {
        checkVersion();
        endOrphan();
      } else {
        initialise();
      }
      int port = startOnFreePort();
      process = ProcessHandle.of(Postmaster.read(cluster).orElseThrow().pid()).orElseThrow();
      return new DatabaseAddress(
          "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME, NAME, password);
    } catch (IOException e) {
      throw new DatabaseProblem("PostgreSQL's folder " + folder + " can not be used: " + e, e);
    }
  }

  /** Whether the server that was started here is still alive. */
  public synchronized boolean alive() {
    return process != null && process.isAlive();
  }

  /** Stops the server: sessions are ended, everything committed is on disk. */
  @Override
  public synchronized void close() throws DatabaseProblem {
    if (process != null && process.isAlive()) {
      stop();
    }
    process = null;
  }

  private void stop() throws DatabaseProblem {
    String[] fast = {"-D", cluster.toString(), "-m", "fast", "-w", "-t", "7", "stop"};
    try {
      tool.run(Duration.ofSeconds(9), "pg_ctl", fast);
    } catch (DatabaseProblem e) {
      LOG.warn("PostgreSQL did not stop in time and is ended at once: {}", e.getMessage());
      fast[3] = "immediate";
      tool.run(Duration.ofSeconds(9), "pg_ctl", fast);
    }
  }

  private void initialise() throws DatabaseProblem, IOException {
    LOG.info("Making the database cluster in {}", folder);
    Path half = folder.resolve("cluster.new");
    PostgresBinaries.delete(half);
    tool.run(
        Duration.ofMinutes(3),
        "initdb",
        "-D",
        half.toString(),
        "-U",
        NAME,
        "--auth=scram-sha-256",
        "--pwfile=" + passwordFile(),
        "-E",
        "UTF8",
        "--data-checksums",
        "--locale=C",
        "--locale-provider=icu",
        "--icu-locale=und");
    tool.feed(
        "create database " + NAME + ";\n",
        Duration.ofMinutes(1),
        "postgres",
        "--single",
        "-D",
        half.toString(),
        "postgres");
    Files.writeString(
        half.resolve("postgresql.conf"),
        "# Kartoteka's settings are written anew at each start; own ones belong below this line.\n"
            + "include_if_exists 'kartoteka.conf'\n",
        java.nio.file.StandardOpenOption.APPEND);
    Files.move(half, cluster);
  }

  private void checkVersion() throws DatabaseProblem, IOException {
    String found = Files.readString(cluster.resolve("PG_VERSION")).strip();
    if (!found.equals(PostgresBinaries.major())) {
      throw new DatabaseProblem(
          "The data folder "
              + folder
              + " was made by PostgreSQL "
              + found
              + ", and this Kartoteka carries PostgreSQL "
              + PostgresBinaries.major()
              + ". Start it with the Kartoteka that made it, back it up there and restore it here.");
    }
  }

  private void checkSpace() throws DatabaseProblem, IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    if (free < LEAST_SPACE) {
      throw new DatabaseProblem(
          "The disk of the data folder "
              + folder
              + " is full: "
              + (free >> 20)
              + " MB are left, PostgreSQL needs at least "
              + (LEAST_SPACE >> 20)
              + ".");
    }
  }

  /** A server that outlived its Kartoteka is stopped; a pid that now belongs to another is not. */
  private void endOrphan() throws DatabaseProblem, IOException {
    Optional<Postmaster> left = Postmaster.read(cluster);
    if (left.isEmpty()) {
      return;
    }
    if (left.get().runs(cluster)) {
      LOG.warn(
          "A PostgreSQL of an earlier run is still alive (pid {}): stopping it", left.get().pid());
      stop();
    } else {
      LOG.warn("PostgreSQL was not stopped properly; it will recover from its log");
      Files.deleteIfExists(cluster.resolve(Postmaster.FILE));
    }
  }

  private int startOnFreePort() throws DatabaseProblem, IOException {
    LoopbackPort port = new LoopbackPort(folder.resolve("port"));
    int number = port.remembered();
    for (int tried = 1; ; tried++) {
      writeSettings(number);
      Path said = folder.resolve("start.log");
      Files.deleteIfExists(said);
      try {
        tool.run(
            Duration.ofMinutes(5),
            "pg_ctl",
            "-D",
            cluster.toString(),
            "-l",
            said.toString(),
            "-w",
            "-t",
            "290",
            "start");
        port.remember(number);
        return number;
      } catch (DatabaseProblem e) {
        if (tried == TRIES || LoopbackPort.free(number)) {
          throw new DatabaseProblem(e.getMessage() + lastWords(said), e);
        }
        LOG.warn("Port {} was taken meanwhile; trying another", number);
        number = port.another();
      }
    }
  }

  private String lastWords(Path said) throws IOException {
    StringBuilder words = new StringBuilder();
    if (Files.exists(said)) {
      words.append(' ').append(Files.readString(said).strip());
    }
    return words.toString();
  }

  private void writeSettings(int port) throws IOException {
    StringBuilder lines = new StringBuilder("port = " + port + "\n");
    settings.forEach(
        (name, value) ->
            lines.append(name).append(" = '").append(value.replace("'", "''")).append("'\n"));
    Files.writeString(cluster.resolve("kartoteka.conf"), lines);
  }

  private Path passwordFile() {
    return folder.resolve("password");
  }

  private String password() throws IOException {
    Path file = passwordFile();
    if (!Files.exists(file)) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      Path half = folder.resolve("password.new");
      Files.deleteIfExists(half);
      Files.createFile(
          half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(half, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
      Files.move(half, file);
    }
    return Files.readString(file).strip();
  }
}
