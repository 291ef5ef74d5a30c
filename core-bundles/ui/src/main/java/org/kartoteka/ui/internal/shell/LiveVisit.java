package org.kartoteka.ui.internal.shell;

import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.kartoteka.ui.api.AddressState;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;

/** One visit to a page in a window. */
final class LiveVisit implements Visit {

  private final WorkspacePage page;
  private final UI ui;
  private final String view;
  private final List<String> path;
  private AddressState state;
  private BooleanSupplier unsaved = () -> false;

  LiveVisit(WorkspacePage page, UI ui, String view, List<String> path, AddressState state) {
    this.page = page;
    this.ui = ui;
    this.view = view;
    this.path = List.copyOf(path);
    this.state = state;
  }

  @Override
  public List<String> path() {
    return path;
  }

  @Override
  public AddressState state() {
    return state;
  }

  @Override
  public void title(String title) {
    page.title(this, title);
  }

  @Override
  public void remember(AddressState changed) {
    if (!changed.equals(state)) {
      state = changed;
      String address = path.isEmpty() ? view : view + "/" + String.join("/", path);
      ui.getPage().getHistory().replaceState(null, changed.at(address));
    }
  }

  @Override
  public void navigate(String address) {
    workspace().navigate(address);
  }

  @Override
  public void guard(BooleanSupplier condition) {
    unsaved = condition == null ? () -> false : condition;
  }

  boolean hasUnsaved() {
    return unsaved.getAsBoolean();
  }

  @Override
  public Workspace workspace() {
    return Workspace.current();
  }
}
