package org.kartoteka.security.internal.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.kartoteka.platform.api.settings.Installation;

/**
 * The key that the seals are signed with: a file of the data folder, so that whoever can write to
 * the database alone cannot seal a history of his own making.
 */
final class SealKey {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;

  private final byte[] key;

  private SealKey(byte[] key) {
    this.key = key;
  }

  /** The key of the installation, made when there is none yet. */
  static SealKey of(Installation installation) {
    Path file = installation.folder("keys").resolve("audit.key");
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      return new SealKey(HexFormat.of().parseHex(Files.readString(file).strip()));
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

  /** By what the key is known: the beginning of its hash. */
  String name() {
    return HexFormat.of().formatHex(Arrays.copyOf(SealedEntry.sha256().digest(key), Long.BYTES));
  }

  byte[] mac(byte[] hash) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
