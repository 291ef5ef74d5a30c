package org.kartoteka.core.internal.data;

import java.util.Locale;
import java.util.function.Supplier;
import org.kartoteka.platform.api.settings.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The country in which phone numbers without one are dialled. */
@Component(service = DefaultCountry.class)
public class DefaultCountry implements Supplier<String> {

  /** The setting: ISO 3166-1 alpha-2. */
  public static final String KEY = "core.default-country";

  private static final String USUAL = "PL";

  private final Settings settings;

  @Activate
  public DefaultCountry(@Reference Settings settings) {
    this.settings = settings;
  }

  @Override
  public String get() {
    return settings.get(KEY).map(country -> country.strip().toUpperCase(Locale.ROOT)).orElse(USUAL);
  }
}
