package org.kartoteka.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The data from outside that tests use, with their sources: {@code itests/data} of the tree. */
public final class TestData {

  private static final Path FOLDER = folder();

  private TestData() {}

  /** A file or folder of the data. */
  public static Path path(String name) {
    Path path = FOLDER.resolve(name);
    if (!Files.exists(path)) {
      throw new IllegalArgumentException("no test data " + name);
    }
    return path;
  }

  /** What a file holds; unpacked when its name ends with {@code .gz}. */
  public static byte[] bytes(String name) {
    try (InputStream in = Files.newInputStream(path(name))) {
      return name.endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a text in UTF-8; unpacked when its name ends with {@code .gz}. */
  public static List<String> lines(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8).lines().toList();
  }

  /** All files below a folder. */
  public static List<Path> files(String folder) {
    try (Stream<Path> files = Files.walk(path(folder))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    for (Path here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
      Path folder = here.resolve("itests/data");
      if (Files.exists(folder.resolve("SOURCES.md"))) {
        return folder;
      }
    }
    throw new IllegalStateException("tests run somewhere within the tree, so that data are found");
  }
}
