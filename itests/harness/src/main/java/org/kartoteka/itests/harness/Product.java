package org.kartoteka.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The product as people start it: the unpacked distribution and its own script. */
public final class Product implements AutoCloseable {

  /** The password of admin that every start of a test sets. */
  public static final String PASSWORD = "Itest-2026-Kartoteka";

  private static final Duration START = Duration.ofSeconds(240);
  private static final Duration STOP = Duration.ofSeconds(40);

  private final Path home;
  private final Path data;
  private final Path output;
  private final int port;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private Process process;

  /**
   * @param home the unpacked distribution
   * @param data the data folder
   */
  public Product(Path home, Path data) {
    this(home, data, Ports.free());
  }

  /**
   * @param home the unpacked distribution
   * @param data the data folder
   * @param port where it listens
   */
  public Product(Path home, Path data, int port) {
    this.home = home;
    this.data = data.toAbsolutePath();
    this.port = port;
    this.output = home.resolveSibling("start-" + port + ".out");
    environment.put("KARTOTEKA_PORT", Integer.toString(port));
    environment.put("KARTOTEKA_CONSOLE_PORT", Integer.toString(Ports.free()));
    environment.put("KARTOTEKA_DATA", this.data.toString());
    environment.put("KARTOTEKA_ADMIN_PASSWORD", PASSWORD);
    environment.put("KARTOTEKA_TOKEN_RATE", "0");
  }

  /** Where its console listens. */
  public int consolePort() {
    return Integer.parseInt(environment.get("KARTOTEKA_CONSOLE_PORT"));
  }

  /** Sets a variable of the environment for the following starts. */
  public Product with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Starts the script and does not wait. */
  public Product launch() {
    try {
      ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/kartoteka").toString());
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true).redirectOutput(output.toFile());
      process = builder.start();
      Process started = process;
      Runtime.getRuntime().addShutdownHook(new Thread(() -> killAll(started)));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the product and waits until it can serve. */
  public Product start() {
    launch();
    Waiting.until(
        "ready at port " + port + ", see " + output,
        START,
        () -> {
          if (!process.isAlive()) {
            throw new IllegalStateException("it ended: " + output());
          }
          return output().contains("is ready");
        });
    return this;
  }

  /** Ends it as a supervisor does, and tells how long that took. */
  public Duration stop() {
    long from = System.nanoTime();
    process.destroy();
    awaitEnd(STOP);
    return Duration.ofNanos(System.nanoTime() - from);
  }

  /** Waits for the end of the script and tells its exit code. */
  public int awaitEnd(Duration atMost) {
    try {
      if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("it did not end within " + atMost + ": " + output());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Kills the Java machine without a warning. */
  public void killJava() {
    java().destroyForcibly();
    awaitEnd(STOP);
  }

  /** Kills the embedded PostgreSQL without a warning. */
  public void killPostgres() {
    ProcessHandle postmaster =
        ProcessHandle.of(postmasterPid())
            .orElseThrow(() -> new IllegalStateException("no postmaster"));
    postmaster.children().forEach(ProcessHandle::destroyForcibly);
    postmaster.destroyForcibly();
  }

  /** The process id of the embedded PostgreSQL. */
  public long postmasterPid() {
    try {
      Path file = data.resolve("postgresql/cluster/postmaster.pid");
      return Long.parseLong(Files.readAllLines(file).get(0).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a process runs; one that has ended and waits to be collected does not. */
  public static boolean isRunning(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return !stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
    } catch (IOException gone) {
      return false;
    }
  }

  /** The Java machine. */
  public ProcessHandle java() {
    return process
        .descendants()
        .filter(child -> child.info().command().map(c -> c.endsWith("/java")).orElse(false))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no Java machine: " + output()));
  }

  /** Every process that the script has started, and it itself. */
  public List<ProcessHandle> processes() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
  }

  /** Whether the script runs. */
  public boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** What the script has printed since its last start. */
  public String output() {
    return read(output).orElse("");
  }

  /** The log. */
  public String log() {
    return read(data.resolve("log/kartoteka.log")).orElse("");
  }

  /** The unpacked distribution. */
  public Path home() {
    return home;
  }

  /** The data folder. */
  public Path data() {
    return data;
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  /** The address of the browser application. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  /** The HTTP API as admin. */
  public Api api() {
    return new Api(address(), "admin", PASSWORD);
  }

  /** The API as somebody uses it; as nobody when the user is null. */
  public Api api(String user, String password) {
    return new Api(address(), user, password);
  }

  @Override
  public void close() {
    if (isAlive()) {
      stop();
    }
  }

  private static void killAll(Process process) {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }

  private static Optional<String> read(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
