package org.kartoteka.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The archives that the build has packed. */
public final class Distribution {

  private Distribution() {}

  /** The tar.gz. */
  public static Path tarGz() {
    Path file = Path.of(System.getProperty("kartoteka.distribution"));
    if (!Files.exists(file)) {
      throw new IllegalStateException(file + " is not built");
    }
    return file;
  }

  /** The zip. */
  public static Path zip() {
    Path tarGz = tarGz();
    return tarGz.resolveSibling(tarGz.getFileName().toString().replace(".tar.gz", ".zip"));
  }

  /** The root of the source tree. */
  public static Path sourceTree() {
    return Path.of(System.getProperty("kartoteka.root"));
  }

  /** Unpacks the tar.gz into a folder that is emptied before, and tells the product's home. */
  public static Path unpackInto(Path folder) {
    try {
      delete(folder);
      Files.createDirectories(folder);
      Process tar =
          new ProcessBuilder("tar", "-xzf", tarGz().toString(), "-C", folder.toString())
              .inheritIO()
              .start();
      if (tar.waitFor() != 0) {
        throw new IllegalStateException("tar ends with " + tar.exitValue());
      }
      try (Stream<Path> top = Files.list(folder)) {
        List<Path> homes = top.toList();
        if (homes.size() != 1) {
          throw new IllegalStateException("the archive has several tops: " + homes);
        }
        return homes.get(0);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
