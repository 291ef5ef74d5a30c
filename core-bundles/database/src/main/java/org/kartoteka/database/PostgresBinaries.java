package org.kartoteka.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Locale;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once for everyone who shares a cache folder. */
public final class PostgresBinaries {
  /** The version that this bundle carries. */
  public static final String VERSION = "18.2";

  private final Path folder;

  private PostgresBinaries(Path folder) {
    this.folder = folder;
  }

  /** The usual cache: below the person's own, or below the given folder when there is none. */
  public static Path cacheOr(Path fallback) {
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path home =
        xdg != null && !xdg.isBlank()
            ? Path.of(xdg)
            : Path.of(System.getProperty("user.home", "/"), ".cache");
    Path cache = home.resolve("kartoteka");
    try {
      Files.createDirectories(cache);
      return Files.isWritable(cache) ? cache : fallback;
    } catch (IOException e) {
      return fallback;
    }
  }

  /** Unpacks the programs below the cache folder unless they are there already. */
  public static PostgresBinaries unpackedIn(Path cache) throws DatabaseProblem {
    Path folder = cache.resolve("postgresql-" + VERSION + "-" + platform());
    PostgresBinaries binaries = new PostgresBinaries(folder);
    if (Files.isExecutable(binaries.tool("postgres"))) {
      return binaries;
    }
    try {
      Files.createDirectories(cache);
      try (FileChannel channel =
              FileChannel.open(
                  cache.resolve("postgresql.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var lock = channel.lock()) {
        if (!Files.isExecutable(binaries.tool("postgres"))) {
          unpack(folder);
        }
      }
      return binaries;
    } catch (IOException e) {
      throw new DatabaseProblem("PostgreSQL can not be unpacked into " + cache + ": " + e, e);
    }
  }

  /** The path of one of the programs. */
  public Path tool(String name) {
    return folder.resolve("bin").resolve(name);
  }

  /** The first part of the version: clusters of another one can not be opened. */
  public static String major() {
    return VERSION.substring(0, VERSION.indexOf('.'));
  }

  private static void unpack(Path folder) throws IOException {
    String archive = "postgres-" + platform() + ".txz";
    Path half = folder.resolveSibling(folder.getFileName() + ".new");
    delete(half);
    try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
      if (packed == null) {
        throw new IOException(
            "no PostgreSQL for "
                + platform()
                + " is packed into this distribution; set KARTOTEKA_DB_URL to use one of your own");
      }
      Files.createDirectories(half);
      TarFile.unpack(new BufferedInputStream(new XZInputStream(packed), 1 << 16), half);
    }
    Files.move(half, folder);
  }

  private static String platform() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch");
    String system =
        name.startsWith("mac") ? "darwin" : name.startsWith("win") ? "windows" : "linux";
    return system
        + "-"
        + switch (arch) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> arch;
        };
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
