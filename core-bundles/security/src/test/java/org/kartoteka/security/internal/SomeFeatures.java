package org.kartoteka.security.internal;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.kartoteka.platform.api.feature.FeatureCatalog;
import org.kartoteka.platform.api.feature.FeatureImpact;
import org.kartoteka.platform.api.feature.FeatureState;
import org.kartoteka.platform.api.feature.FeatureView;
import org.kartoteka.platform.api.feature.StartOutcome;

/** A house with one feature, which works or is stopped. */
final class SomeFeatures implements FeatureCatalog {

  boolean stopped;

  @Override
  public List<FeatureView> features() {
    return List.of(
        new FeatureView(
            "deals",
            "Deals",
            "",
            "1",
            stopped ? FeatureState.STOPPED : FeatureState.ACTIVE,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            0));
  }

  @Override
  public Optional<FeatureView> feature(String id) {
    return features().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  @Override
  public FeatureImpact impact(String id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public StartOutcome start(String id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FeatureView stop(String id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FeatureView install(String fileName, InputStream jar) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void remove(String id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String purge(String id, String confirmation) {
    throw new UnsupportedOperationException();
  }
}
