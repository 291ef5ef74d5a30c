package org.kartoteka.platform.internal.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The folder where the installation keeps what is not in the database. */
@Component(service = DataFolder.class)
public final class DataFolder {

  private final Path root;

  @Activate
  public DataFolder(BundleContext context) {
    this(Path.of(location(context)));
  }

  public DataFolder(Path root) {
    this.root = root;
  }

  /** A folder of that name, made when it is not there. */
  public Path folder(String name) {
    try {
      return Files.createDirectories(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String location(BundleContext context) {
    String configured = context.getProperty("kartoteka.data");
    if (configured == null || configured.isBlank()) {
      configured = System.getenv("KARTOTEKA_DATA");
    }
    return configured == null || configured.isBlank()
        ? context.getProperty("karaf.base") + "/kartoteka-data"
        : configured;
  }
}
