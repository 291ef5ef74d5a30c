package org.kartoteka.ui.api;

import com.vaadin.flow.component.Component;
import java.util.OptionalLong;
import org.kartoteka.core.api.party.PartyView;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A tab on the card of a party. The card asks {@link #appliesTo} and {@link #badge} when it is
 * opened, and {@link #open} when the tab is chosen for the first time; all on the thread of the
 * visitor's request, as the visitor, outside of a transaction. An exception is logged with the
 * bundle's name and shown as a small error box in the tab's place. When the bundle leaves, the tab
 * goes from every open card and the overview is shown instead.
 */
@ConsumerType
public interface PartyCardTab extends Contribution {

  /** Whether the tab is shown for the party. */
  default boolean appliesTo(PartyView party) {
    return true;
  }

  /** A number beside the title, such as how many records there are; must be cheap. */
  default OptionalLong badge(PartyView party) {
    return OptionalLong.empty();
  }

  /** A new component for this card. */
  Component open(PartyView party, Visit visit);
}
