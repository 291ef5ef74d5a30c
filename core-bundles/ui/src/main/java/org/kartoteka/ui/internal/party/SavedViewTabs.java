package org.kartoteka.ui.internal.party;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.tabs.TabsVariant;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.kartoteka.ui.api.AddressState;
import org.kartoteka.ui.api.Workspace;

/** The saved views of a list as tabs, with those everybody has. */
final class SavedViewTabs extends Div {

  private final transient Workspace workspace;
  private final transient SavedViews saved;
  private final transient Consumer<AddressState> chosen;
  private final transient Map<Tab, AddressState> states = new LinkedHashMap<>();
  private final Tabs tabs = new Tabs(false);
  private final Button keep = new Button(VaadinIcon.BOOKMARK_O.create());
  private final Button drop = new Button(VaadinIcon.TRASH.create());
  private transient AddressState state = AddressState.empty();
  private boolean showing;

  SavedViewTabs(String list, Workspace workspace, Consumer<AddressState> chosen) {
    this.workspace = workspace;
    this.chosen = chosen;
    saved = new SavedViews(list, workspace);
    addClassName("kt-view-tabs");
    tabs.setId("saved-views");
    tabs.addThemeVariants(TabsVariant.LUMO_SMALL);
    tabs.addSelectedChangeListener(
        event -> {
          if (!showing && event.getSelectedTab() != null) {
            chosen.accept(states.get(event.getSelectedTab()));
          }
        });
    small(keep, "view-save", "ui.list.save-view");
    keep.addClickListener(event -> ask());
    small(drop, "view-remove", "ui.list.remove-view");
    drop.addClickListener(event -> remove());
    add(tabs, keep, drop);
    fill();
  }

  private void small(Button button, String id, String key) {
    button.setId(id);
    button.addThemeVariants(
        ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON);
    button.setAriaLabel(workspace.text(key));
    button.setTooltipText(workspace.text(key));
  }

  private void fill() {
    showing = true;
    tabs.removeAll();
    states.clear();
    tab("all", workspace.text("ui.list.all"), AddressState.empty());
    tab(
        "mine",
        workspace.text("ui.list.mine"),
        AddressState.empty().with(PartyFilter.OWNER, PartyFilter.ME));
    saved.all().forEach((name, view) -> tab("saved", name, view));
    showing = false;
  }

  private void tab(String id, String title, AddressState view) {
    Tab tab = new Tab(title);
    tab.setId("view-" + id + (id.equals("saved") ? "-" + title : ""));
    states.put(tab, view);
    tabs.add(tab);
  }

  /** Selects the tab whose view the state is. */
  void show(AddressState shown) {
    present(shown);
  }

  /** Selects the tab whose view the state is, if there is one. */
  void present(AddressState shown) {
    state = shown;
    AddressState wanted = PartyFilter.withoutSort(shown);
    Tab match =
        states.entrySet().stream()
            .filter(entry -> PartyFilter.withoutSort(entry.getValue()).equals(wanted))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(null);
    showing = true;
    tabs.setSelectedTab(match);
    showing = false;
    keep.setVisible(match == null);
    drop.setVisible(match != null && saved.all().containsKey(match.getLabel()));
  }

  private void ask() {
    TextField name = new TextField(workspace.text("ui.list.view-name"));
    name.setId("view-name");
    name.setWidthFull();
    name.setMaxLength(60);
    Dialog dialog = new Dialog();
    dialog.setId("view-dialog");
    dialog.setHeaderTitle(workspace.text("ui.list.save-view"));
    dialog.add(name);
    Button save =
        new Button(
            workspace.text("ui.form.save"),
            event -> {
              if (!name.getValue().isBlank()) {
                dialog.close();
                saved.save(name.getValue(), state);
                fill();
                present(state);
              }
            });
    save.setId("view-dialog-save");
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    save.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
    dialog.getFooter().add(save);
    dialog.open();
    name.focus();
  }

  private void remove() {
    Tab tab = tabs.getSelectedTab();
    if (tab == null) {
      return;
    }
    String name = tab.getLabel();
    AddressState view = states.get(tab);
    saved.remove(name);
    fill();
    present(state);
    workspace.done(
        workspace.text("ui.list.view-removed", name),
        () -> {
          saved.save(name, view);
          fill();
          present(state);
        });
  }
}
