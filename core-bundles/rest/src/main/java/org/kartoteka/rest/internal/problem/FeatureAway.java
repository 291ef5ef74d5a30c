package org.kartoteka.rest.internal.problem;

import org.kartoteka.platform.api.problem.Problem;

/** The address belongs to a feature that is switched off. HTTP 404. */
public final class FeatureAway extends Problem {

  private static final long serialVersionUID = 1L;

  private final String feature;

  /**
   * @param title the feature's name in the asker's language
   */
  public FeatureAway(String feature, String title) {
    super("problem.feature-stopped", title);
    this.feature = feature;
  }

  /** The feature's id. */
  public String feature() {
    return feature;
  }
}
