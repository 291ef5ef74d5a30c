package org.kartoteka.ui.internal.person;

import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kartoteka.ui.api.AddressState;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;
import org.kartoteka.ui.internal.custom.CustomCriteriaInputs;
import org.kartoteka.ui.internal.desk.PartyDesk;

/** The criteria of a list of persons that have no place in its bar. */
final class PersonFilterPanel extends RecordForm {

  private static final String CUSTOM = "custom.";

  private final transient AddressState before;
  private final transient Map<String, Supplier<Collection<String>>> values;

  private PersonFilterPanel(PartyDesk desk, Workspace workspace, AddressState state) {
    super("person-filter-form");
    before = state;
    values = CustomCriteriaInputs.in(this, workspace, desk.custom().ofPersons(), state);
    saveButton().setText(workspace.text("ui.filter.apply"));
    unchanged();
  }

  /** How many criteria of the state stand here. */
  static long count(AddressState state) {
    return state.values().keySet().stream().filter(name -> name.startsWith(CUSTOM)).count();
  }

  /** The state without the criteria that stand here. */
  static AddressState cleared(AddressState state) {
    AddressState next = state;
    for (String name : state.values().keySet()) {
      if (name.startsWith(CUSTOM)) {
        next = next.without(name);
      }
    }
    return next;
  }

  /** Opens the panel. */
  static void open(
      PartyDesk desk, Workspace workspace, AddressState state, Consumer<AddressState> chosen) {
    PersonFilterPanel form = new PersonFilterPanel(desk, workspace, state);
    SidePanel panel = new SidePanel(workspace.text("ui.filter.title"), form);
    panel.setId("person-filter-panel");
    form.onSave(
        () -> {
          AddressState next = form.read();
          form.unchanged();
          panel.close();
          chosen.accept(next);
        });
    panel.open();
  }

  private AddressState read() {
    AddressState next = cleared(before);
    for (Map.Entry<String, Supplier<Collection<String>>> value : values.entrySet()) {
      next = next.with(value.getKey(), value.getValue().get());
    }
    return next;
  }
}
