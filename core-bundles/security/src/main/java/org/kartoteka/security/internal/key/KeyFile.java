package org.kartoteka.security.internal.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.kartoteka.platform.api.settings.Installation;

/** A key of the installation: a file of the data folder that its owner alone can read. */
public final class KeyFile {

  private static final int BYTES = 32;

  private KeyFile() {}

  /** The key of that name, made when there is none yet. */
  public static byte[] of(Installation installation, String name) {
    Path file = installation.folder("keys").resolve(name + ".key");
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      return HexFormat.of().parseHex(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void make(Path file) throws IOException {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    try {
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } else {
        Files.createFile(file);
      }
      Files.writeString(file, HexFormat.of().formatHex(key), StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      // Another one was quicker: its key holds.
    }
  }
}
