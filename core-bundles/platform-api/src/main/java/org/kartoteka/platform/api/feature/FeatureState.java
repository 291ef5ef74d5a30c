package org.kartoteka.platform.api.feature;

/** The state of a feature on this node. */
public enum FeatureState {
  /** Works. */
  ACTIVE,
  /** Switched off; its data stays and what happens meanwhile waits in the journal. */
  STOPPED,
  /** Wanted but not working; the last problem says why. */
  FAILED
}
