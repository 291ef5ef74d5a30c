package org.kartoteka.ui.api;

import com.vaadin.flow.component.Component;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A page among the settings, with the address {@code settings/<id>}. {@link #open} is called for
 * each visit, on the thread of the visitor's request, as the visitor, outside of a transaction. An
 * exception is logged with the bundle's name and shown as a small error box. When the bundle
 * leaves, the page goes from every open browser.
 */
@ConsumerType
public interface SettingsPage extends Contribution {

  /** A new component for this visit; the shell adds the title. */
  Component open(Visit visit);
}
