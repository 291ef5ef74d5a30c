package org.kartoteka.platform.internal.feature;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * Which jars of a folder became features. Kept in a file, so that a restart neither installs a jar
 * again, over what an administrator decided since, nor overlooks that one was deleted meanwhile.
 */
final class DeployedJars {

  private final Path file;
  private final Map<String, Deployed> jars = new HashMap<>();

  /** A jar as it was when it became a feature. */
  record Deployed(String feature, String stamp) {}

  DeployedJars(Path file) {
    this.file = file;
    if (Files.exists(file)) {
      Properties kept = new Properties();
      try (InputStream in = Files.newInputStream(file)) {
        kept.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      kept.stringPropertyNames().forEach(name -> jars.put(name, read(kept.getProperty(name))));
    }
  }

  private static Deployed read(String line) {
    int space = line.indexOf(' ');
    return new Deployed(line.substring(0, space), line.substring(space + 1));
  }

  /** What tells one content of a jar from another without reading it. */
  static String stamp(Path jar) throws IOException {
    FileTime modified = Files.getLastModifiedTime(jar);
    return Files.size(jar) + " " + modified.toMillis();
  }

  Set<String> names() {
    return Set.copyOf(jars.keySet());
  }

  /** Whether the jar, as it is now, has become a feature. */
  boolean holds(String name, String stamp) {
    return Optional.ofNullable(jars.get(name)).filter(one -> one.stamp().equals(stamp)).isPresent();
  }

  /** Whether one of the jars has become the feature. */
  boolean hasBecome(String feature) {
    return jars.values().stream().anyMatch(one -> one.feature().equals(feature));
  }

  void add(String name, String feature, String stamp) throws IOException {
    jars.put(name, new Deployed(feature, stamp));
    keep();
  }

  /** Forgets a jar and tells what it had become. */
  String take(String name) throws IOException {
    String feature = jars.remove(name).feature();
    keep();
    return feature;
  }

  private void keep() throws IOException {
    Properties kept = new Properties();
    jars.forEach((name, one) -> kept.setProperty(name, one.feature() + " " + one.stamp()));
    try (OutputStream out = Files.newOutputStream(file)) {
      kept.store(out, "jars of the folder deploy that became features");
    }
  }
}
