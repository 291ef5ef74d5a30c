package org.kartoteka.security.internal.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.kartoteka.platform.api.settings.Installation;

/**
 * The number of the last seal made here, in a file of the data folder, so that nobody can cut the
 * end off the chain in the database.
 */
final class LastSeal {

  private final Path file;

  LastSeal(Installation installation) {
    this.file = installation.folder("keys").resolve("audit.last-seal");
  }

  void remember(long id) {
    try {
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(fresh, Long.toString(id));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its number; 0 when none was made here. */
  long id() {
    try {
      return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
