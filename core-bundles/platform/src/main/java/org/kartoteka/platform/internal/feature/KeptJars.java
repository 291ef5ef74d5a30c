package org.kartoteka.platform.internal.feature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.osgi.framework.Version;

/** The jars that administrators brought in; they survive a new distribution. */
final class KeptJars {

  private static final String JAR = ".jar";
  private static final String PREVIOUS = ".previous.jar";

  private final Path folder;
  private final Set<String> tried = new HashSet<>();

  KeptJars(Path folder) {
    this.folder = folder;
  }

  /** A kept jar with the feature it is. */
  record Kept(String feature, Path file) {

    /** Whether it is newer than the given version of the feature. */
    boolean isNewerThan(Version present) throws IOException {
      return version(file).compareTo(present) > 0;
    }
  }

  /** The version of the bundle in a jar. */
  static Version version(Path file) throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      return Version.parseVersion(jar.getManifest().getMainAttributes().getValue("Bundle-Version"));
    }
  }

  /** Those not asked for yet since the start, as they are now. */
  List<Kept> untried() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> isKept(file.getFileName().toString()))
          .map(file -> new Kept(feature(file.getFileName().toString()), file))
          .filter(kept -> tried.add(kept.feature()))
          .toList();
    }
  }

  private static boolean isKept(String name) {
    return name.endsWith(JAR) && !name.endsWith(PREVIOUS);
  }

  private static String feature(String name) {
    return name.substring(0, name.length() - JAR.length());
  }
}
