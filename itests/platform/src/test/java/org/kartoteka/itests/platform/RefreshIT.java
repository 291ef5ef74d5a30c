package org.kartoteka.itests.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.inject.Inject;
import org.apache.karaf.features.FeaturesService;
import org.junit.jupiter.api.Test;
import org.kartoteka.itests.platform.exam.InContainer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/** Features that have nothing to do with ours come and go, and nobody notices. */
@InContainer
class RefreshIT {

  private static final String UNRELATED = "instance";

  @Inject private BundleContext context;
  @Inject private FeaturesService features;

  @Test
  void no_bundle_stops_when_an_unrelated_feature_is_installed_and_removed() throws Exception {
    List<String> stopped = new CopyOnWriteArrayList<>();
    SynchronousBundleListener listener =
        event -> {
          String name = event.getBundle().getSymbolicName();
          if (event.getType() == BundleEvent.STOPPING && !name.contains("." + UNRELATED)) {
            stopped.add(name);
          }
        };
    context.addBundleListener(listener);
    try {
      features.installFeature(UNRELATED);
      assertTrue(features.isInstalled(features.getFeature(UNRELATED)));
      assertEquals(List.of(), stopped, "when it is installed");

      features.uninstallFeature(UNRELATED);
      assertFalse(features.isInstalled(features.getFeature(UNRELATED)));
      assertEquals(List.of(), stopped, "when it is removed");
    } finally {
      context.removeBundleListener(listener);
    }
  }
}
