package org.kartoteka.itests.features;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.kartoteka.itests.harness.Distribution;

/** A built feature bundle. */
record FeatureJar(String id, Path file) {

  /** Every feature bundle of the source tree. */
  static List<FeatureJar> all() {
    Path folder = Distribution.sourceTree().resolve("feature-bundles");
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(child -> Files.exists(child.resolve("pom.xml")))
          .map(child -> of(child.getFileName().toString(), child.resolve("target")))
          .sorted(Comparator.comparing(FeatureJar::id))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FeatureJar of(String id, Path target) {
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().matches(id + "-\\d[\\d.]*\\.jar"))
          .findFirst()
          .map(file -> new FeatureJar(id, file))
          .orElseThrow(() -> new IllegalStateException(id + " is not built"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] content() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same bundle with another version. */
  byte[] withVersion(String version) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JarInputStream in = new JarInputStream(Files.newInputStream(file))) {
      Manifest manifest = new Manifest(in.getManifest());
      manifest.getMainAttributes().put(new Attributes.Name("Bundle-Version"), version);
      try (JarOutputStream jar = new JarOutputStream(out, manifest)) {
        for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
          jar.putNextEntry(new JarEntry(entry.getName()));
          in.transferTo(jar);
          jar.closeEntry();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Override
  public String toString() {
    return id;
  }
}
