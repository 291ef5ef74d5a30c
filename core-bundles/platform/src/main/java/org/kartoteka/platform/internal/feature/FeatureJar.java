package org.kartoteka.platform.internal.feature;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.problem.TooLarge;

/** A jar somebody wants to install, spooled to disk and looked at before anything is touched. */
record FeatureJar(Path file, String feature, String symbolicName, String version, Claims claims) {

  private static final long LIMIT = 100L * 1024 * 1024;
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,40}");
  private static final String META = "META-INF/";

  static FeatureJar spool(Path folder, String fileName, InputStream content) throws IOException {
    Path file = Files.createTempFile(folder, "upload", ".jar");
    try {
      copy(content, file);
      return read(file, fileName);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private static FeatureJar read(Path file, String fileName) throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      requireWhole(jar, fileName);
      Manifest manifest = jar.getManifest();
      String feature = value(manifest, FeatureBundles.HEADER);
      String symbolicName = value(manifest, "Bundle-SymbolicName");
      if (feature == null) {
        throw new Refused("platform.feature.not-a-feature", fileName);
      }
      if (!ID.matcher(feature).matches()) {
        throw new Refused("platform.feature.wrong-id", fileName, feature);
      }
      if (symbolicName == null) {
        throw new Refused("platform.feature.not-a-bundle", fileName);
      }
      String version = value(manifest, "Bundle-Version");
      return new FeatureJar(
          file,
          feature,
          symbolicName.replaceAll(";.*", "").strip(),
          version == null ? "0.0.0" : version,
          Claims.of(header -> value(manifest, header)));
    } catch (SecurityException e) {
      throw new Refused("platform.feature.signature", fileName);
    }
  }

  /** Reads all of it, so that what is damaged or was changed after it was signed comes to light. */
  private static void requireWhole(JarFile jar, String fileName) throws IOException {
    List<JarEntry> entries = Collections.list(jar.entries());
    boolean signed =
        entries.stream().anyMatch(entry -> entry.getName().matches(META + "[^/]+\\.SF"));
    for (JarEntry entry : entries) {
      try (InputStream in = jar.getInputStream(entry)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      boolean open = entry.isDirectory() || entry.getName().startsWith(META);
      if (signed && !open && entry.getCodeSigners() == null) {
        throw new Refused("platform.feature.signature", fileName);
      }
    }
  }

  void keepAs(Path target) throws IOException {
    Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String value(Manifest manifest, String header) {
    String value = manifest == null ? null : manifest.getMainAttributes().getValue(header);
    return value == null ? null : value.strip();
  }

  private static void copy(InputStream content, Path file) throws IOException {
    try (InputStream in = content;
        OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[64 * 1024];
      long size = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        size += n;
        if (size > LIMIT) {
          throw new TooLarge(size, LIMIT);
        }
        out.write(buffer, 0, n);
      }
    }
  }
}
