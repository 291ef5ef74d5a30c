package org.kartoteka.ui.internal.shell;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kartoteka.platform.api.feature.OpenViews;
import org.osgi.service.component.annotations.Component;

/** Which feature's page each open window shows. */
@Component(service = {OpenWindows.class, OpenViews.class})
public class OpenWindows implements OpenViews {

  private final Map<Object, String> features = new ConcurrentHashMap<>();

  /** The window shows a page of the feature; null when it shows none. */
  void shows(Object window, String feature) {
    if (feature == null) {
      features.remove(window);
    } else {
      features.put(window, feature);
    }
  }

  @Override
  public int count(String feature) {
    return (int) features.values().stream().filter(feature::equals).count();
  }
}
