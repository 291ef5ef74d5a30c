package org.kartoteka.itests.platform.exam;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.JUnitException;
import org.kartoteka.itests.harness.Waiting;
import org.opentest4j.AssertionFailedError;

/** All test classes and what they need of JUnit as one bundle. */
final class TestBundle {

  private static final List<Class<?>> LIBRARIES =
      List.of(Test.class, JUnitException.class, AssertionFailedError.class, Waiting.class);

  private TestBundle() {}

  static InputStream stream() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Path root = location(TestBundle.class);
    try (JarOutputStream jar = new JarOutputStream(out, manifest());
        Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        jar.putNextEntry(new JarEntry(root.relativize(file).toString()));
        Files.copy(file, jar);
        jar.closeEntry();
      }
      for (Class<?> library : LIBRARIES) {
        jar.putNextEntry(new JarEntry(nameOf(library)));
        Files.copy(jarOf(library), jar);
        jar.closeEntry();
      }
    }
    return new ByteArrayInputStream(out.toByteArray());
  }

  private static Manifest manifest() {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "org.kartoteka.itests.platform");
    main.putValue("Bundle-Version", "1.0.0");
    main.putValue("Bundle-Activator", Agent.class.getName());
    main.putValue("Import-Package", "org.osgi.framework,org.ops4j.pax.exam,javax.inject");
    main.putValue("DynamicImport-Package", "*");
    main.putValue(
        "Bundle-ClassPath",
        "." + String.join("", LIBRARIES.stream().map(library -> "," + nameOf(library)).toList()));
    return manifest;
  }

  private static String nameOf(Class<?> library) {
    return "lib/" + library.getSimpleName() + ".jar";
  }

  /** In a build of several modules a library may still be a folder of classes. */
  private static Path jarOf(Class<?> library) throws IOException {
    Path location = location(library);
    if (Files.isRegularFile(location)) {
      return location;
    }
    Path packed = Files.createTempFile("library", ".jar");
    packed.toFile().deleteOnExit();
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(packed));
        Stream<Path> files = Files.walk(location)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        jar.putNextEntry(new JarEntry(location.relativize(file).toString()));
        Files.copy(file, jar);
        jar.closeEntry();
      }
    }
    return packed;
  }

  private static Path location(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
