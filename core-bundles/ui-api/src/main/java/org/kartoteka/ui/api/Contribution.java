package org.kartoteka.ui.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * What everything that a bundle adds to the browser application says of itself. The shell reads
 * these values often, on threads of requests and of push; they must be constant and cheap.
 */
@ConsumerType
public interface Contribution {

  /** Unique among the contributions of its kind; lower-case letters, digits and dashes. */
  String id();

  /** The feature or core bundle it comes from, such as {@code competitors}. */
  String feature();

  /** The key of its title. */
  String titleKey();

  /** Its place among the others of its kind, small numbers first. */
  default int order() {
    return 100;
  }

  /** The permission without which nobody sees it; null when every signed-in user does. */
  default String permission() {
    return null;
  }
}
