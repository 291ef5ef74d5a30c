package org.kartoteka.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL's programs and keeps what they say for the case that they fail. */
final class PostgresTool {
  private final PostgresBinaries binaries;
  private final Path folder;

  PostgresTool(PostgresBinaries binaries, Path folder) {
    this.binaries = binaries;
    this.folder = folder;
  }

  void run(Duration limit, String tool, String... arguments) throws DatabaseProblem {
    feed(null, limit, tool, arguments);
  }

  void feed(String input, Duration limit, String tool, String... arguments) throws DatabaseProblem {
    Path said = null;
    Path asked = null;
    try {
      said = Files.createTempFile(folder, tool, ".out");
      if (input != null) {
        asked = Files.createTempFile(folder, tool, ".in");
        Files.writeString(asked, input);
      }
      Process process =
          new ProcessBuilder(command(tool, arguments))
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .redirectInput(asked == null ? new File("/dev/null") : asked.toFile())
              .directory(folder.toFile())
              .start();
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new DatabaseProblem(
            "PostgreSQL's " + tool + " did not end within " + limit.toSeconds() + " s.");
      }
      if (process.exitValue() != 0) {
        throw new DatabaseProblem(
            "PostgreSQL's " + tool + " failed: " + Files.readString(said).strip() + hint());
      }
    } catch (IOException e) {
      throw new DatabaseProblem("PostgreSQL's " + tool + " can not be run: " + e + hint(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseProblem("Interrupted while PostgreSQL's " + tool + " ran.", e);
    } finally {
      delete(said);
      delete(asked);
    }
  }

  /** PostgreSQL refuses to be root; in a user namespace of its own it is not. */
  private List<String> command(String tool, String... arguments) {
    List<String> command = new ArrayList<>();
    if (root()) {
      command.add("unshare");
      command.add("-U");
    }
    command.add(binaries.tool(tool).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  private static String hint() {
    return root()
        ? " (PostgreSQL does not run as root and was started by 'unshare -U'; where that is forbidden,"
            + " start Kartoteka as an ordinary user.)"
        : "";
  }

  private static boolean root() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static void delete(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
