package org.kartoteka.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a server left in its cluster about itself. */
record Postmaster(long pid) {
  static final String FILE = "postmaster.pid";

  static Optional<Postmaster> read(Path cluster) throws IOException {
    Path file = cluster.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    try {
      return Optional.of(new Postmaster(Long.parseLong(lines.get(0).strip())));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.of(new Postmaster(-1));
    }
  }

  /** Whether that process is alive and really a server of this cluster: pids are used again. */
  boolean runs(Path cluster) {
    return pid > 0
        && ProcessHandle.of(pid)
            .filter(ProcessHandle::isAlive)
            .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
            .filter(process -> worksIn(cluster))
            .isPresent();
  }

  private boolean worksIn(Path cluster) {
    Path folder = Path.of("/proc", Long.toString(pid), "cwd");
    try {
      return !Files.exists(Path.of("/proc/self"))
          || folder.toRealPath().equals(cluster.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }
}
