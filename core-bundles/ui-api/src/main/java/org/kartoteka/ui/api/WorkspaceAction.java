package org.kartoteka.ui.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something to be started from anywhere: offered by the search box (Ctrl+K) and, when it adds a
 * record, in the menu of quick additions (n). {@link #run} is called on the thread of the person's
 * request, as that person, outside of a transaction; it may open a dialog or navigate. A problem is
 * shown as a notice, any other exception is logged with the bundle's name. When the bundle leaves,
 * the action goes from every open browser.
 */
@ConsumerType
public interface WorkspaceAction extends Contribution {

  /** The name of a Vaadin icon, such as {@code vaadin:plus}. */
  String icon();

  /** Whether it adds a record. */
  default boolean adds() {
    return false;
  }

  /** Does it. */
  void run(Workspace workspace);
}
