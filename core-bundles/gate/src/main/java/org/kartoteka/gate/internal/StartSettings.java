package org.kartoteka.gate.internal;

import java.util.Locale;
import java.util.Optional;
import org.osgi.framework.BundleContext;

/**
 * What the product was started with: the gate stands before the services that tell it to others.
 */
final class StartSettings {

  private final BundleContext context;

  StartSettings(BundleContext context) {
    this.context = context;
  }

  /** A system property such as {@code kartoteka.tls}, else the variable of the environment. */
  Optional<String> get(String name) {
    String value = context.getProperty(name);
    if (value == null || value.isBlank()) {
      value = System.getenv(name.toUpperCase(Locale.ROOT).replace('.', '_'));
    }
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** A whole number, or the usual one when nothing or no number was chosen. */
  int number(String name, int usual) {
    try {
      return get(name).map(Integer::parseInt).orElse(usual);
    } catch (NumberFormatException unreadable) {
      return usual;
    }
  }
}
