package org.kartoteka.platform.api.feature;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Told when a feature's state changes on this node, after the change, on the thread that caused it.
 * Must return quickly; an exception is logged.
 */
@ConsumerType
public interface FeatureListener {

  /** The feature has the new state now; null when it was removed. */
  void featureChanged(String id, FeatureState state);
}
