package org.kartoteka.testing;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kartoteka.platform.api.settings.Settings;

/** Settings in memory. */
public final class FakeSettings implements Settings {

  private final Map<String, String> values = new ConcurrentHashMap<>();
  private final Map<String, String> mine = new ConcurrentHashMap<>();

  @Override
  public Optional<String> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  @Override
  public void set(String key, String value) {
    put(values, key, value);
  }

  @Override
  public Optional<String> mine(String key) {
    return Optional.ofNullable(mine.get(key));
  }

  @Override
  public void setMine(String key, String value) {
    put(mine, key, value);
  }

  private static void put(Map<String, String> map, String key, String value) {
    if (value == null) {
      map.remove(key);
    } else {
      map.put(key, value);
    }
  }
}
