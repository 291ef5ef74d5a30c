package org.kartoteka.platform.api.settings;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Where this installation keeps its files and what it was started with. */
@ProviderType
public interface Installation {

  /** A folder of that name inside the data folder, made when it is not there. */
  Path folder(String name);

  /**
   * What was set at the start: a system property such as {@code kartoteka.admin.password}, else the
   * environment variable of the same name, {@code KARTOTEKA_ADMIN_PASSWORD}.
   */
  Optional<String> startSetting(String name);
}
