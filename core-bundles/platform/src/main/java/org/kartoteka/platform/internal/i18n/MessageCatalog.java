package org.kartoteka.platform.internal.i18n;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.kartoteka.platform.api.i18n.Messages;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers {@code i18n/*.properties} of all our bundles, resolved ones too: a stopped feature keeps
 * its words.
 */
@Component(service = Messages.class, immediate = true)
public final class MessageCatalog
    implements Messages, BundleTrackerCustomizer<Map<String, Map<String, String>>> {

  private static final Logger LOG = LoggerFactory.getLogger(MessageCatalog.class);
  private static final int NOT_UNINSTALLED =
      Bundle.INSTALLED | Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;

  /** By bundle: language to key to pattern. */
  private final Map<Long, Map<String, Map<String, String>>> bundles = new ConcurrentHashMap<>();

  private final BundleTracker<Map<String, Map<String, String>>> tracker;

  @Activate
  public MessageCatalog(BundleContext context) {
    tracker = new BundleTracker<>(context, NOT_UNINSTALLED, this);
    tracker.open();
  }

  @Deactivate
  void close() {
    tracker.close();
  }

  @Override
  public String text(Locale locale, String key, Object... arguments) {
    return find(locale, key, arguments).orElse("!" + key + "!");
  }

  @Override
  public Optional<String> find(Locale locale, String key, Object... arguments) {
    Locale nearest = Messages.nearest(locale);
    String pattern = pattern(nearest.getLanguage(), key);
    if (pattern == null) {
      nearest = Locale.ENGLISH;
      pattern = pattern("en", key);
    }
    if (pattern == null) {
      return Optional.empty();
    }
    return Optional.of(
        pattern.indexOf('{') < 0 ? pattern : new MessageFormat(pattern, nearest).format(arguments));
  }

  private String pattern(String language, String key) {
    for (Map<String, Map<String, String>> bundle : bundles.values()) {
      String pattern = bundle.getOrDefault(language, Map.of()).get(key);
      if (pattern != null) {
        return pattern;
      }
    }
    return null;
  }

  @Override
  public Map<String, Map<String, String>> addingBundle(Bundle bundle, BundleEvent event) {
    String name = String.valueOf(bundle.getSymbolicName());
    boolean ours =
        name.startsWith("org.kartoteka.") || bundle.getHeaders("").get("Kartoteka-Feature") != null;
    Map<String, Map<String, String>> texts = ours ? read(bundle) : Map.of();
    if (texts.isEmpty()) {
      return ours ? texts : null;
    }
    bundles.put(bundle.getBundleId(), texts);
    return texts;
  }

  @Override
  public void modifiedBundle(
      Bundle bundle, BundleEvent event, Map<String, Map<String, String>> texts) {
    if (event != null && event.getType() == BundleEvent.UPDATED) {
      bundles.put(bundle.getBundleId(), read(bundle));
    }
  }

  @Override
  public void removedBundle(
      Bundle bundle, BundleEvent event, Map<String, Map<String, String>> texts) {
    bundles.remove(bundle.getBundleId());
  }

  private static Map<String, Map<String, String>> read(Bundle bundle) {
    Map<String, Map<String, String>> texts = new HashMap<>();
    Enumeration<URL> files = bundle.findEntries("i18n", "*.properties", false);
    for (URL file : files == null ? Collections.<URL>emptyList() : Collections.list(files)) {
      String name = file.getPath().substring(file.getPath().lastIndexOf('/') + 1);
      String stem = name.substring(0, name.length() - ".properties".length());
      String language =
          LANGUAGES.stream()
              .map(Locale::getLanguage)
              .filter(code -> stem.endsWith("_" + code))
              .findFirst()
              .orElse("en");
      Properties properties = new Properties();
      try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
        properties.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        LOG.error("{} of {} cannot be read", name, bundle.getSymbolicName(), e);
      }
      Map<String, String> byKey = texts.computeIfAbsent(language, l -> new HashMap<>());
      properties.forEach((key, value) -> byKey.put((String) key, (String) value));
    }
    return texts;
  }
}
