package org.kartoteka.itests.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One module of the house as the file system shows it.
 *
 * @param name its folder, which is its artifactId
 * @param folder where it lies
 * @param feature whether it is a feature bundle
 */
record HouseBundle(String name, Path folder, boolean feature) {

  Path classes() {
    return folder.resolve("target/classes");
  }

  /** The base package of the bundle. */
  String basePackage() {
    return "org.kartoteka." + name.replace('-', '.');
  }

  /** The name of its PostgreSQL schema. */
  String schema() {
    return name.replace('-', '_');
  }

  /** The Java sources of the main code. */
  List<Path> sources() {
    return files("src/main/java", ".java");
  }

  /** All files below a folder of the module with the given ending. */
  List<Path> files(String below, String ending) {
    Path root = folder.resolve(below);
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
