package org.kartoteka.ui.internal.party;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.api.register.RegisterView;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.ui.api.AddressState;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.internal.desk.PartyDesk;
import org.kartoteka.ui.internal.record.Words;

/** Narrows the list of parties. */
final class PartyFilterBar extends Div {

  static final List<String> ROLES =
      List.of("CUSTOMER", "SUPPLIER", "PROSPECT", "COMPETITOR", "PARTNER");

  private final transient PartyDesk desk;
  private final transient Workspace workspace;
  private final transient Consumer<AddressState> changed;
  private final TextField text = new TextField();
  private final MultiSelectComboBox<PartyStatus> status = new MultiSelectComboBox<>();
  private final ComboBox<String> role = new ComboBox<>();
  private final MultiSelectComboBox<String> tag = new MultiSelectComboBox<>();
  private final ComboBox<RegisterView> register = new ComboBox<>();
  private final ComboBox<UserId> owner;
  private final Button clear = new Button(VaadinIcon.CLOSE_SMALL.create());
  private final Button further = new Button(VaadinIcon.SLIDERS.create());
  private final Div more = new Div();
  private transient AddressState state = AddressState.empty();
  private boolean showing;

  PartyFilterBar(PartyDesk desk, Workspace workspace, Consumer<AddressState> changed) {
    this.desk = desk;
    this.workspace = workspace;
    this.changed = changed;
    Words words = desk.words(workspace);
    owner = desk.colleagues().picker();
    addClassName("kt-filter-bar");
    getElement().setAttribute("role", "search");
    text.setId("filter-text");
    text.setPlaceholder(workspace.text("ui.party.filter.hint"));
    text.setTooltipText(workspace.text("ui.party.filter.text"));
    text.setAriaLabel(workspace.text("ui.party.filter.text"));
    text.setPrefixComponent(VaadinIcon.SEARCH.create());
    text.setClearButtonVisible(true);
    text.setValueChangeMode(ValueChangeMode.LAZY);
    text.setValueChangeTimeout(250);
    text.getElement().setAttribute("data-shortcut", "/");
    text.addValueChangeListener(event -> tell());
    status.setItems(PartyStatus.values());
    status.setItemLabelGenerator(one -> workspace.text("party.status." + one.name()));
    role.setItems(ROLES);
    role.setItemLabelGenerator(words::role);
    role.setAllowCustomValue(true);
    role.addCustomValueSetListener(event -> role.setValue(event.getDetail()));
    tag.setItems(desk.parties().tags().stream().map(PartyRegister.TagView::name).toList());
    registersChanged();
    register.setItemLabelGenerator(RegisterView::name);
    choice(status, "filter-status", "party.status");
    choice(role, "filter-role", "party.role");
    choice(tag, "filter-tag", "party.tags");
    choice(register, "filter-register", "register.title");
    choice(owner, "filter-owner", "party.ownerId");
    status.addValueChangeListener(event -> tell());
    tag.addValueChangeListener(event -> tell());
    further.setId("filter-further");
    further.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    further.addClickListener(
        event -> PartyFilterPanel.open(desk, workspace, state, this::changedTo));
    clear.setId("filter-clear");
    clear.setText(workspace.text("ui.list.clear"));
    clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    clear.addClickListener(event -> changedTo(AddressState.empty()));
    more.addClassName("kt-filter-more");
    more.add(status, role, tag, register, owner, further, clear);
    Button toggle = new Button(VaadinIcon.FILTER.create());
    toggle.setId("filter-toggle");
    toggle.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_TERTIARY);
    toggle.addClassName("kt-narrow-only");
    toggle.setAriaLabel(workspace.text("ui.list.filter"));
    toggle.addClickListener(event -> more.setClassName("kt-open", !more.hasClassName("kt-open")));
    add(text, toggle, more);
  }

  private void choice(Component field, String id, String titleKey) {
    field.setId(id);
    String title = workspace.text(titleKey);
    if (field instanceof ComboBox<?> combo) {
      combo.setPlaceholder(title);
      combo.setAriaLabel(title);
      combo.setClearButtonVisible(true);
      combo.addValueChangeListener(event -> tell());
    } else if (field instanceof MultiSelectComboBox<?> combo) {
      combo.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
      combo.setPlaceholder(title);
      combo.setAriaLabel(title);
      combo.setClearButtonVisible(true);
    }
  }

  /** Shows a state without telling. */
  void show(AddressState shown) {
    state = shown;
    showing = true;
    String words = shown.first(PartyFilter.TEXT);
    text.setValue(words == null ? "" : words);
    status.setValue(PartyFilter.statuses(shown));
    role.setValue(shown.first(PartyFilter.ROLE));
    show(shown.all(PartyFilter.TAG));
    long count = PartyFilterPanel.count(shown);
    further.setText(count == 0 ? "" : workspace.formats().number(count));
    further.setAriaLabel(workspace.text("ui.filter.further", count));
    further.setTooltipText(workspace.text("ui.filter.further", count));
    further.setClassName("kt-active", count > 0);
    register.setValue(
        register
            .getListDataView()
            .getItems()
            .filter(one -> one.id().equals(PartyFilter.register(shown)))
            .findFirst()
            .orElse(null));
    owner.setValue(PartyFilter.owner(shown, workspace.user().id()));
    clear.setVisible(!PartyFilter.withoutSort(shown).isEmpty());
    showing = false;
  }

  /** Registers were defined or changed. */
  void registersChanged() {
    RegisterView chosen = register.getValue();
    showing = true;
    register.setItems(desk.registers().choices());
    register.setValue(chosen);
    showing = false;
  }

  /** Tags of the state that nobody carries any more are offered all the same. */
  private void show(List<String> tags) {
    Set<String> known = new LinkedHashSet<>(tag.getListDataView().getItems().toList());
    if (known.addAll(tags)) {
      tag.setItems(known);
    }
    tag.setValue(new LinkedHashSet<>(tags));
  }

  private void tell() {
    if (showing) {
      return;
    }
    UserId chosen = owner.getValue();
    boolean me = chosen != null && chosen.equals(workspace.user().id());
    changedTo(
        state
            .with(PartyFilter.TEXT, text.getValue())
            .with(PartyFilter.STATUS, status.getValue().stream().map(Enum::name).sorted().toList())
            .with(PartyFilter.ROLE, role.getValue())
            .with(PartyFilter.TAG, tag.getValue().stream().sorted().toList())
            .with(
                PartyFilter.REGISTER,
                register.getValue() == null
                    ? null
                    : Long.toString(register.getValue().id().value()))
            .with(
                PartyFilter.OWNER,
                chosen == null ? null : me ? PartyFilter.ME : Long.toString(chosen.value())));
  }

  private void changedTo(AddressState next) {
    show(next);
    changed.accept(next);
  }
}
