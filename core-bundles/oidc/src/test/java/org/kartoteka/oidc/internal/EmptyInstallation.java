package org.kartoteka.oidc.internal;

import java.nio.file.Path;
import java.util.Optional;
import org.kartoteka.platform.api.settings.Installation;

/** A product that was started without any settings. */
record EmptyInstallation() implements Installation {

  @Override
  public Path folder(String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<String> startSetting(String name) {
    return Optional.empty();
  }
}
