package org.kartoteka.platform.internal.feature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.problem.TooLarge;

/** A jar somebody wants to install, spooled to disk and looked at before anything is touched. */
record FeatureJar(Path file, String feature, String symbolicName, String version) {

  private static final long LIMIT = 100L * 1024 * 1024;
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,40}");

  static FeatureJar spool(Path folder, String fileName, InputStream content) throws IOException {
    Path file = Files.createTempFile(folder, "upload", ".jar");
    try {
      copy(content, file);
      try (JarInputStream jar = new JarInputStream(Files.newInputStream(file))) {
        Manifest manifest = jar.getManifest();
        String feature = value(manifest, FeatureBundles.HEADER);
        String symbolicName = value(manifest, "Bundle-SymbolicName");
        if (feature == null || symbolicName == null || !ID.matcher(feature).matches()) {
          throw new Refused("platform.feature.not-a-feature", String.valueOf(fileName));
        }
        String version = value(manifest, "Bundle-Version");
        return new FeatureJar(
            file,
            feature,
            symbolicName.replaceAll(";.*", "").strip(),
            version == null ? "0.0.0" : version);
      }
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  void keepAs(Path target) throws IOException {
    Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String value(Manifest manifest, String header) {
    return manifest == null ? null : manifest.getMainAttributes().getValue(header);
  }

  private static void copy(InputStream content, Path file) throws IOException {
    try (InputStream in = content;
        var out = Files.newOutputStream(file)) {
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
