package org.kartoteka.ui.api.component;

import org.osgi.annotation.versioning.ConsumerType;

/** A field of several parts that shows the errors of its parts itself. */
@ConsumerType
public interface NestedErrors {

  /**
   * Shows an error at a part.
   *
   * @param path the part's name below the field, such as {@code [0].value}
   * @param text what is wrong
   * @return false when there is no such part
   */
  boolean showError(String path, String text);

  /** Takes all errors away. */
  void clearErrors();
}
