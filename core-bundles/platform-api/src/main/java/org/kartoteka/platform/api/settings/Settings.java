package org.kartoteka.platform.api.settings;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Values that people choose at runtime. They survive restarts and the absence of their bundle. Keys
 * are {@code feature.name}; values are texts (a number, a JSON document, a list).
 */
@ProviderType
public interface Settings {

  /** The installation's value. */
  Optional<String> get(String key);

  /** Sets the installation's value; null removes it. Needs {@code platform.setting.change}. */
  void set(String key, String value);

  /** The current user's own value, such as chosen columns. */
  Optional<String> mine(String key);

  /** Sets the current user's own value; null removes it. */
  void setMine(String key, String value);
}
