package org.kartoteka.ui.api;

import java.util.Set;
import org.kartoteka.core.api.party.PartyId;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something that can be done with one or several parties: offered in the action bar of the list and
 * on the card. {@link #act} is called on the thread of the person's request, as that person,
 * outside of a transaction; it may open a dialog. A problem is shown as a notice, any other
 * exception is logged with the bundle's name. When the bundle leaves, the action goes from every
 * open browser.
 */
@ConsumerType
public interface PartyAction extends Contribution {

  /** The name of a Vaadin icon, such as {@code vaadin:eye}. */
  String icon();

  /** How many parties at least it needs; an action that needs several is not on the card. */
  default int atLeast() {
    return 1;
  }

  /** How many parties at most can be treated at once. */
  default int atMost() {
    return Integer.MAX_VALUE;
  }

  /**
   * Does it.
   *
   * @param parties whom it concerns; not empty
   * @param afterwards run it when something was changed: the list or card reads its data anew
   */
  void act(Set<PartyId> parties, Workspace workspace, Runnable afterwards);
}
