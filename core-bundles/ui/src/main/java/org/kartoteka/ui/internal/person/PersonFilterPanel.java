package org.kartoteka.ui.internal.person;

import java.util.function.Consumer;
import org.kartoteka.ui.api.AddressState;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.internal.custom.CriteriaPanel;
import org.kartoteka.ui.internal.desk.PartyDesk;

/** The criteria of a list of persons that have no place in its bar. */
final class PersonFilterPanel extends CriteriaPanel {

  private PersonFilterPanel(PartyDesk desk, Workspace workspace, AddressState state) {
    super("person-filter-form", workspace, state, PersonFilterPanel::isHere);
    custom(desk.custom().ofPersons());
  }

  /** How many criteria of the state stand here. */
  static long count(AddressState state) {
    return count(state, PersonFilterPanel::isHere);
  }

  /** The state without the criteria that stand here. */
  static AddressState cleared(AddressState state) {
    return cleared(state, PersonFilterPanel::isHere);
  }

  /** Opens the panel. */
  static void open(
      PartyDesk desk, Workspace workspace, AddressState state, Consumer<AddressState> chosen) {
    new PersonFilterPanel(desk, workspace, state).open("person-filter-panel", chosen);
  }

  private static boolean isHere(String name) {
    return name.startsWith("custom.");
  }
}
