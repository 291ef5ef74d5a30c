package org.kartoteka.security.internal;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads from what a browser calls itself the two words by which people know it. */
final class BrowserName {

  /** In this order: most name those before them as well. */
  private static final Map<String, String> BROWSERS = new LinkedHashMap<>();

  private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

  static {
    BROWSERS.put("Edg/", "Edge");
    BROWSERS.put("EdgA/", "Edge");
    BROWSERS.put("OPR/", "Opera");
    BROWSERS.put("Vivaldi/", "Vivaldi");
    BROWSERS.put("SamsungBrowser/", "Samsung Internet");
    BROWSERS.put("YaBrowser/", "Yandex Browser");
    BROWSERS.put("Firefox/", "Firefox");
    BROWSERS.put("FxiOS/", "Firefox");
    BROWSERS.put("Chrome/", "Chrome");
    BROWSERS.put("CriOS/", "Chrome");
    BROWSERS.put("Safari/", "Safari");
    SYSTEMS.put("Windows", "Windows");
    SYSTEMS.put("Android", "Android");
    SYSTEMS.put("iPhone", "iPhone");
    SYSTEMS.put("iPad", "iPad");
    SYSTEMS.put("Mac OS X", "macOS");
    SYSTEMS.put("CrOS", "ChromeOS");
    SYSTEMS.put("Linux", "Linux");
  }

  private BrowserName() {}

  /** Such as {@code Firefox, Linux}; empty when nothing is known. */
  static String of(String userAgent) {
    if (userAgent == null) {
      return "";
    }
    String browser = first(BROWSERS, userAgent);
    String system = first(SYSTEMS, userAgent);
    return browser.isEmpty() || system.isEmpty() ? browser + system : browser + ", " + system;
  }

  private static String first(Map<String, String> names, String userAgent) {
    return names.entrySet().stream()
        .filter(name -> userAgent.contains(name.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
