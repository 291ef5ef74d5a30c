package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.platform.api.security.UserDirectory;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.ui.api.AddressState;
import org.kartoteka.ui.api.Workspace;

/** Narrows a list; what is chosen stands in the address. */
public class FilterBar extends Div {

  private static final int PATIENCE = 250;

  private final transient Workspace workspace;
  private final transient List<Choice> choices = new ArrayList<>();
  private final Div more = new Div();
  private final Button clear;
  private transient Runnable changed = () -> {};
  private transient AddressState state;
  private boolean showing;

  private record Choice(String name, Supplier<String> read, Consumer<String> show) {}

  /** A bar without fields; the choices of the state are shown when it is ended. */
  public FilterBar(Workspace workspace, AddressState state) {
    this.workspace = workspace;
    this.state = state;
    addClassName("kt-filter-bar");
    more.addClassName("kt-filter-more");
    getElement().setAttribute("role", "search");
    clear = new Button(workspace.text("ui.filter.clear"), VaadinIcon.CLOSE_SMALL.create());
    clear.setId("filter-clear");
    clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    clear.addClickListener(event -> clear());
  }

  /** Words to find. */
  public FilterBar words(String name) {
    TextField field = new TextField();
    String title = workspace.text("ui.filter.words");
    field.setId("filter-" + name);
    field.setPlaceholder(title);
    field.setAriaLabel(title);
    field.setPrefixComponent(VaadinIcon.SEARCH.create());
    field.setClearButtonVisible(true);
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.setValueChangeTimeout(PATIENCE);
    field.getElement().setAttribute("data-shortcut", "/");
    take(name, field, field::getValue, text -> field.setValue(text == null ? "" : text));
    add(field);
    return this;
  }

  /** One of the words of an enumeration, as a person calls it. */
  public <E extends Enum<E>> FilterBar choice(
      String name, String titleKey, Class<E> type, Function<E, String> called) {
    return choice(name, titleKey, List.of(type.getEnumConstants()), Enum::name, called);
  }

  /**
   * One of few things.
   *
   * @param written how it stands in the address
   * @param called how a person calls it
   */
  public <T> FilterBar choice(
      String name,
      String titleKey,
      List<T> among,
      Function<T, String> written,
      Function<T, String> called) {
    ComboBox<T> field = new ComboBox<>();
    field.setItems(among);
    field.setItemLabelGenerator(called::apply);
    combo(name, titleKey, field);
    take(
        name,
        field,
        () -> field.getValue() == null ? null : written.apply(field.getValue()),
        text ->
            field.setValue(
                among.stream()
                    .filter(one -> written.apply(one).equals(text))
                    .findFirst()
                    .orElse(null)));
    return this;
  }

  /** A party, among those of a query. */
  public FilterBar party(String name, String titleKey, PartyRegister register, PartyQuery among) {
    PartyPicker field = new PartyPicker(null, register, among);
    combo(name, titleKey, field);
    take(
        name,
        field,
        () -> field.partyId() == null ? null : Long.toString(field.partyId().value()),
        text -> field.choose(state.id(name, PartyId::new)));
    return this;
  }

  /** A colleague. */
  public FilterBar colleague(String name, String titleKey, UserDirectory users) {
    UserPicker field = new UserPicker(users);
    combo(name, titleKey, field);
    take(
        name,
        field,
        () -> field.getValue() == null ? null : Long.toString(field.getValue().value()),
        text -> field.setValue(state.id(name, UserId::new)));
    return this;
  }

  /** A day. */
  public FilterBar day(String name, String titleKey) {
    DateField field = new DateField();
    String title = workspace.text(titleKey);
    field.setId("filter-" + name);
    field.setPlaceholder(title);
    field.setAriaLabel(title);
    field.setWidth("9.5rem");
    take(
        name,
        field,
        () -> field.getValue() == null ? null : field.getValue().toString(),
        text -> field.setValue(state.day(name)));
    more.add(field);
    return this;
  }

  /** Yes or no. */
  public FilterBar flag(String name, String titleKey) {
    Checkbox field = new Checkbox(workspace.text(titleKey));
    field.setId("filter-" + name);
    take(
        name,
        field,
        () -> Boolean.TRUE.equals(field.getValue()) ? "true" : null,
        text -> field.setValue("true".equals(text)));
    more.add(field);
    return this;
  }

  /** A choice that came with the address and has no field; it can only be cleared. */
  public FilterBar hidden(String name) {
    choices.add(new Choice(name, () -> state.first(name), text -> {}));
    return this;
  }

  /** Puts the fields in place; called last. */
  public FilterBar end(Runnable onChange, Component... beside) {
    if (more.getComponentCount() > 0) {
      Button toggle = new Button(VaadinIcon.FILTER.create());
      toggle.setId("filter-toggle");
      toggle.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_TERTIARY);
      toggle.addClassName("kt-narrow-only");
      toggle.setAriaLabel(workspace.text("ui.filter.toggle"));
      toggle.addClickListener(event -> more.setClassName("kt-open", !more.hasClassName("kt-open")));
      add(toggle);
    }
    more.add(clear);
    add(more);
    add(beside);
    show();
    changed = onChange;
    return this;
  }

  /** What is chosen now. */
  public AddressState state() {
    return state;
  }

  /** Takes over something that is no filter, such as the sort. */
  public void keep(String name, String value) {
    state = state.with(name, value);
  }

  /** Whether anything narrows the list. */
  public boolean narrows() {
    return choices.stream().anyMatch(choice -> state.first(choice.name()) != null);
  }

  private void clear() {
    for (Choice choice : choices) {
      state = state.without(choice.name());
    }
    show();
    changed.run();
  }

  private void show() {
    showing = true;
    choices.forEach(choice -> choice.show().accept(state.first(choice.name())));
    showing = false;
    clear.setVisible(narrows());
  }

  private void tell() {
    if (showing) {
      return;
    }
    for (Choice choice : choices) {
      state = state.with(choice.name(), choice.read().get());
    }
    clear.setVisible(narrows());
    changed.run();
  }

  private void combo(String name, String titleKey, ComboBox<?> field) {
    String title = workspace.text(titleKey);
    field.setId("filter-" + name);
    field.setPlaceholder(title);
    field.setAriaLabel(title);
    field.setClearButtonVisible(true);
    more.add(field);
  }

  private <C extends Component & HasValue<?, ?>> void take(
      String name, C field, Supplier<String> read, Consumer<String> show) {
    choices.add(new Choice(name, read, show));
    field.addValueChangeListener(event -> tell());
  }
}
