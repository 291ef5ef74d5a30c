package org.kartoteka.ui.api;

import com.vaadin.flow.component.Component;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A page with a menu entry. Register it as a service: the entry appears in every open browser at
 * once, and its address is the id followed by whatever path the page understands.
 *
 * <p>{@link #open} is called by the shell for each visit, on the thread of the visitor's request,
 * as the visitor, outside of a transaction, after the permission was checked. A {@link
 * org.kartoteka.platform.api.problem.Problem} becomes a page that explains it; any other exception
 * is logged with the bundle's name and shown as a small error box. When the bundle leaves, the
 * entry goes, who stands on the page is led to the home page with a notice, and open dialogs of
 * that browser are closed. Keep nothing of a visit in the service.
 */
@ConsumerType
public interface WorkspaceView extends Contribution {

  /** Where in the menu it stands. */
  Section section();

  /** The name of a Vaadin icon, such as {@code vaadin:building}. */
  String icon();

  /** Whether it has an entry in the menu. */
  default boolean inMenu() {
    return true;
  }

  /** A new component for this visit. */
  Component open(Visit visit);
}
