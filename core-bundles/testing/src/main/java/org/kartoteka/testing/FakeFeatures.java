package org.kartoteka.testing;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.kartoteka.platform.api.feature.FeatureCatalog;
import org.kartoteka.platform.api.feature.FeatureImpact;
import org.kartoteka.platform.api.feature.FeatureState;
import org.kartoteka.platform.api.feature.FeatureView;
import org.kartoteka.platform.api.feature.StartOutcome;

/** A house with one feature, which is in whatever state a test puts it. */
public final class FakeFeatures implements FeatureCatalog {

  private final String id;
  private final String title;
  private FeatureState state = FeatureState.ACTIVE;

  /** A house with this feature, which works. */
  public FakeFeatures(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** From now on the feature is in this state. */
  public void put(FeatureState now) {
    state = now;
  }

  @Override
  public List<FeatureView> features() {
    return List.of(
        new FeatureView(
            id, title, "", "0.1.0", state, List.of(), List.of(), List.of(), List.of(), null, 0));
  }

  @Override
  public Optional<FeatureView> feature(String wanted) {
    return features().stream().filter(one -> one.id().equals(wanted)).findFirst();
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
