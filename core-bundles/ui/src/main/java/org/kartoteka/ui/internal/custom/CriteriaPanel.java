package org.kartoteka.ui.internal.custom;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.kartoteka.core.api.custom.CustomFieldView;
import org.kartoteka.ui.api.AddressState;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;

/** The criteria of a list that have no place in its bar; those of custom fields are among them. */
public abstract class CriteriaPanel extends RecordForm {

  protected final transient Workspace workspace;
  protected final transient AddressState before;
  protected final transient Map<String, Supplier<Collection<String>>> values =
      new LinkedHashMap<>();
  private final transient Predicate<String> here;

  /**
   * A panel that is filled by who extends it.
   *
   * @param before the criteria as the address has them
   * @param here tells by its name in the address whether a criterion stands in this panel
   */
  protected CriteriaPanel(
      String id, Workspace workspace, AddressState before, Predicate<String> here) {
    super(id);
    this.workspace = workspace;
    this.before = before;
    this.here = here;
    saveButton().setText(workspace.text("ui.filter.apply"));
  }

  /** Adds the criteria of custom fields. */
  protected final void custom(List<CustomFieldView> fields) {
    values.putAll(CustomCriteriaInputs.in(this, workspace, fields, before));
  }

  /** How many of the criteria stand in a panel. */
  protected static long count(AddressState state, Predicate<String> here) {
    return state.values().keySet().stream().filter(here).count();
  }

  /** The criteria without those that stand in a panel. */
  protected static AddressState cleared(AddressState state, Predicate<String> here) {
    AddressState next = state;
    for (String name : state.values().keySet()) {
      next = here.test(name) ? next.without(name) : next;
    }
    return next;
  }

  /** Opens the panel at the side; what is applied there goes to the list. */
  protected final void open(String id, Consumer<AddressState> chosen) {
    unchanged();
    SidePanel panel = new SidePanel(workspace.text("ui.filter.title"), this);
    panel.setId(id);
    onSave(
        () -> {
          AddressState next = read();
          unchanged();
          panel.close();
          chosen.accept(next);
        });
    panel.open();
  }

  private AddressState read() {
    AddressState next = cleared(before, here);
    for (Map.Entry<String, Supplier<Collection<String>>> value : values.entrySet()) {
      next = next.with(value.getKey(), value.getValue().get());
    }
    return next;
  }
}
