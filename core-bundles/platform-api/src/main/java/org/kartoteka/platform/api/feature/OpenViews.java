package org.kartoteka.platform.api.feature;

import org.osgi.annotation.versioning.ConsumerType;

/** Knows how many views of a feature are open in browsers now; registered by the shell. */
@ConsumerType
public interface OpenViews {

  /** How many views that come from the feature are open now. */
  int count(String feature);
}
