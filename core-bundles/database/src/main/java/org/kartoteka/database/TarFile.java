package org.kartoteka.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/**
 * Unpacks a plain tar stream: files, folders and symbolic links, as PostgreSQL's binaries have
 * them.
 */
final class TarFile {
  private static final int BLOCK = 512;

  private TarFile() {}

  static void unpack(InputStream in, Path folder) throws IOException {
    byte[] header = new byte[BLOCK];
    while (in.readNBytes(header, 0, BLOCK) == BLOCK && header[0] != 0) {
      long size = octal(header, 124, 12);
      Path file = folder.resolve(name(header)).normalize();
      if (!file.startsWith(folder)) {
        throw new IOException("An entry of the archive leaves its folder: " + name(header));
      }
      switch (header[156]) {
        case '5' -> Files.createDirectories(file);
        case '2' -> link(file, text(header, 157, 100));
        case '0', 0 -> file(in, file, size, (octal(header, 100, 8) & 0100) != 0);
        default -> throw new IOException("Unknown kind of entry in the archive: " + name(header));
      }
    }
  }

  private static void file(InputStream in, Path file, long size, boolean executable)
      throws IOException {
    Files.createDirectories(file.getParent());
    try (var out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      for (long left = size; left > 0; ) {
        int read = in.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
        if (read <= 0) {
          throw new IOException("The archive ends too early.");
        }
        out.write(buffer, 0, read);
        left -= read;
      }
    }
    in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
    if (executable) {
      Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
      permissions.addAll(
          Set.of(
              PosixFilePermission.OWNER_EXECUTE,
              PosixFilePermission.GROUP_EXECUTE,
              PosixFilePermission.OTHERS_EXECUTE));
      Files.setPosixFilePermissions(file, permissions);
    }
  }

  private static void link(Path file, String target) throws IOException {
    Files.createDirectories(file.getParent());
    Files.createSymbolicLink(file, Path.of(target));
  }

  private static String name(byte[] header) {
    String prefix = text(header, 345, 155);
    return prefix.isEmpty() ? text(header, 0, 100) : prefix + "/" + text(header, 0, 100);
  }

  private static long octal(byte[] header, int from, int length) {
    String digits = text(header, from, length).trim();
    return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
  }

  private static String text(byte[] header, int from, int length) {
    int end = from;
    while (end < from + length && header[end] != 0) {
      end++;
    }
    return new String(header, from, end - from, StandardCharsets.UTF_8);
  }
}
