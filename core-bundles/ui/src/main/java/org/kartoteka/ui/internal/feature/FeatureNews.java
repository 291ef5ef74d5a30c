package org.kartoteka.ui.internal.feature;

import org.kartoteka.platform.api.feature.FeatureListener;
import org.kartoteka.platform.api.feature.FeatureState;
import org.kartoteka.ui.internal.shell.Followers;
import org.osgi.service.component.annotations.Component;

/** Tells the open feature pages of every change. */
@Component(service = {FeatureNews.class, FeatureListener.class})
public class FeatureNews implements FeatureListener {

  private final Followers<String> followers = new Followers<>();

  @Override
  public void featureChanged(String id, FeatureState state) {
    followers.tell(id);
  }

  Followers<String> followers() {
    return followers;
  }
}
