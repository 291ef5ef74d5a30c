package org.kartoteka.competitors.internal.ui;

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
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.ui.api.AddressState;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.PartyPicker;

/** Narrows a list; what is chosen stands in the address. */
final class FilterBar extends Div {

  private static final int PATIENCE = 250;

  private final transient CompetitorDesk desk;
  private final transient Workspace workspace;
  private final transient Words words;
  private final transient List<Choice> choices = new ArrayList<>();
  private final Div more = new Div();
  private final Button clear;
  private transient Runnable changed = () -> {};
  private transient AddressState state;
  private boolean showing;

  private record Choice(String name, Supplier<String> read, Consumer<String> show) {}

  FilterBar(CompetitorDesk desk, Workspace workspace, AddressState state) {
    this.desk = desk;
    this.workspace = workspace;
    this.state = state;
    words = new Words(desk, workspace, "competitors");
    addClassName("kt-filter-bar");
    more.addClassName("kt-filter-more");
    getElement().setAttribute("role", "search");
    clear = new Button(workspace.text("competitors.filter.clear"), VaadinIcon.CLOSE_SMALL.create());
    clear.setId("filter-clear");
    clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    clear.addClickListener(event -> clear());
  }

  /** Words to find. */
  FilterBar words(String name) {
    TextField field = new TextField();
    String title = workspace.text("competitors.filter.words");
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

  /** One of the words of an enumeration. */
  <E extends Enum<E>> FilterBar choice(String name, String titleKey, Class<E> type) {
    ComboBox<E> field = new ComboBox<>();
    field.setItems(type.getEnumConstants());
    field.setItemLabelGenerator(words::of);
    combo(name, titleKey, field);
    take(
        name,
        field,
        () -> field.getValue() == null ? null : field.getValue().name(),
        text -> field.setValue(word(type, text)));
    return this;
  }

  /** A party, among those of a query. */
  FilterBar party(String name, String titleKey, PartyQuery among) {
    PartyPicker field = new PartyPicker(null, desk.parties(), among);
    combo(name, titleKey, field);
    take(
        name,
        field,
        () -> field.partyId() == null ? null : Long.toString(field.partyId().value()),
        text -> field.choose(party(text)));
    return this;
  }

  /** A colleague. */
  FilterBar colleague(String name, String titleKey) {
    ComboBox<UserId> field = words.colleague();
    combo(name, titleKey, field);
    take(
        name,
        field,
        () -> field.getValue() == null ? null : Long.toString(field.getValue().value()),
        text -> field.setValue(number(text) == null ? null : new UserId(number(text))));
    return this;
  }

  /** A day. */
  FilterBar day(String name, String titleKey) {
    DateField field = new DateField();
    String title = workspace.text(titleKey);
    field.setId("filter-" + name);
    field.setPlaceholder(title);
    field.setAriaLabel(title);
    field.setWidth("8.5rem");
    take(
        name,
        field,
        () -> field.getValue() == null ? null : field.getValue().toString(),
        text -> field.setValue(day(text)));
    more.add(field);
    return this;
  }

  /** Yes or no. */
  FilterBar flag(String name, String titleKey) {
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
  FilterBar hidden(String name) {
    choices.add(new Choice(name, () -> state.first(name), text -> {}));
    return this;
  }

  /** Puts the fields in place; called last. */
  FilterBar end(Runnable onChange, Component... beside) {
    if (more.getComponentCount() > 0) {
      Button toggle = new Button(VaadinIcon.FILTER.create());
      toggle.setId("filter-toggle");
      toggle.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_TERTIARY);
      toggle.addClassName("kt-narrow-only");
      toggle.setAriaLabel(workspace.text("competitors.filter.title"));
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
  AddressState state() {
    return state;
  }

  /** Takes over something that is no filter, such as the sort. */
  void keep(String name, String value) {
    state = state.with(name, value);
  }

  /** Whether anything narrows the list. */
  boolean narrows() {
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

  static <E extends Enum<E>> E word(Class<E> type, String text) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    return null;
  }

  static PartyId party(String text) {
    Long number = number(text);
    return number == null ? null : new PartyId(number);
  }

  static UserId user(String text) {
    Long number = number(text);
    return number == null ? null : new UserId(number);
  }

  static Long number(String text) {
    return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
  }

  static LocalDate day(String text) {
    try {
      return text == null || !text.matches("\\d{4}-.*") ? null : LocalDate.parse(text);
    } catch (DateTimeParseException noDay) {
      return null;
    }
  }
}
