package org.kartoteka.platform.internal.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.kartoteka.platform.api.settings.Installation;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The installation as this process was started. */
@Component
public final class StartedInstallation implements Installation {

  private final BundleContext context;

  @Activate
  public StartedInstallation(BundleContext context) {
    this.context = context;
  }

  @Override
  public Path folder(String name) {
    Path root =
        startSetting("kartoteka.data")
            .map(Path::of)
            .orElseGet(
                () ->
                    Path.of(startSetting("karaf.base").orElse("."))
                        .toAbsolutePath()
                        .resolveSibling("data"));
    try {
      return Files.createDirectories(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<String> startSetting(String name) {
    String value = context.getProperty(name);
    if (value == null || value.isBlank()) {
      value = System.getenv(name.toUpperCase(Locale.ROOT).replace('.', '_'));
    }
    return Optional.ofNullable(value).filter(text -> !text.isBlank());
  }
}
