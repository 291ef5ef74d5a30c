package org.kartoteka.ui.api;

import com.vaadin.flow.component.Component;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A figure or short list on the home page. {@link #open} is called each time the home page is
 * opened, on the thread of the visitor's request, as the visitor, outside of a transaction, and
 * must answer in 100 ms. An exception is logged with the bundle's name and shown as a small error
 * box in the tile. When the bundle leaves, the tile goes from every open home page.
 */
@ConsumerType
public interface DashboardTile extends Contribution {

  /** How many columns of the home page it takes, 1 or 2. */
  default int width() {
    return 1;
  }

  /** The content; the shell adds frame and title. */
  Component open(Workspace workspace);
}
