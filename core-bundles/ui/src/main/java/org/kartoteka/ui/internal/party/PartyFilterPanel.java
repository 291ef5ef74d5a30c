package org.kartoteka.ui.internal.party;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.text.Collator;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.kartoteka.core.api.party.PartyKind;
import org.kartoteka.core.api.party.PartyLack;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.register.RegisterView;
import org.kartoteka.ui.api.AddressState;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.internal.custom.CriteriaPanel;
import org.kartoteka.ui.internal.desk.PartyDesk;
import org.kartoteka.ui.internal.record.Words;

/** All criteria of the list of parties that have no place in its bar. */
final class PartyFilterPanel extends CriteriaPanel {

  private static final Set<String> PLAIN =
      Set.of(
          PartyFilter.TEXT,
          PartyFilter.QUERY,
          PartyFilter.STATUS,
          PartyFilter.ROLE,
          PartyFilter.TAG,
          PartyFilter.REGISTER,
          PartyFilter.OWNER,
          PartyFilter.SORT);

  private final transient PartyDesk desk;

  private PartyFilterPanel(PartyDesk desk, Workspace workspace, AddressState state) {
    super("filter-form", workspace, state, PartyFilterPanel::isHere);
    this.desk = desk;
    what();
    where();
    when();
    lacks();
    custom(desk.custom().ofParties());
  }

  /** How many criteria of the state stand here. */
  static long count(AddressState state) {
    return count(state, PartyFilterPanel::isHere);
  }

  /** Opens the panel. */
  static void open(
      PartyDesk desk, Workspace workspace, AddressState state, Consumer<AddressState> chosen) {
    new PartyFilterPanel(desk, workspace, state).open("filter-panel", chosen);
  }

  private static boolean isHere(String name) {
    return !PLAIN.contains(name);
  }

  private void what() {
    group("ui.filter.what");
    one("kind", "party.kind", Arrays.asList(PartyKind.values()), this::kind);
    row(
        bare("ratingFrom", "ui.filter.ratingFrom", stars()),
        bare("ratingTo", "ui.filter.ratingTo", stars()));
    MultiSelectComboBox<String> tags = new MultiSelectComboBox<>();
    tags.setItems(desk.parties().tags().stream().map(PartyRegister.TagView::name).toList());
    many("withoutTag", "ui.filter.withoutTag", tags, text -> text, text -> text);
    ComboBox<RegisterView> register = new ComboBox<>();
    List<RegisterView> registers = desk.registers().choices();
    register.setItems(registers);
    register.setItemLabelGenerator(RegisterView::name);
    register.setClearButtonVisible(true);
    field("withoutRegister", "ui.filter.withoutRegister", register);
    register.setValue(
        registers.stream()
            .filter(one -> Long.toString(one.id().value()).equals(before.first("withoutRegister")))
            .findFirst()
            .orElse(null));
    values.put(
        "withoutRegister",
        () ->
            register.getValue() == null
                ? List.of()
                : List.of(Long.toString(register.getValue().id().value())));
  }

  private String kind(PartyKind kind) {
    return workspace.text("party.kind." + kind.name());
  }

  private static ComboBox<Integer> stars() {
    ComboBox<Integer> field = new ComboBox<>();
    field.setItems(1, 2, 3, 4, 5);
    field.setItemLabelGenerator(stars -> "★".repeat(stars) + "☆".repeat(5 - stars));
    field.setClearButtonVisible(true);
    return field;
  }

  private void where() {
    group("ui.filter.where");
    TextField city = new TextField();
    city.setValue(orEmpty(before.first("city")));
    field("city", "party.city", city);
    values.put("city", () -> texts(city.getValue()));
    Words words = desk.words(workspace);
    Collator order = Collator.getInstance(workspace.formats().locale());
    MultiSelectComboBox<String> countries = new MultiSelectComboBox<>();
    countries.setItems(
        Arrays.stream(Locale.getISOCountries())
            .sorted((one, other) -> order.compare(words.country(one), words.country(other)))
            .toList());
    countries.setItemLabelGenerator(words::country);
    many("country", "party.country", countries, text -> text, text -> text);
  }

  private void when() {
    group("ui.filter.when");
    row(
        bare("changedWithinDays", "ui.filter.changedWithinDays", new IntegerField()),
        bare("unchangedForDays", "ui.filter.unchangedForDays", new IntegerField()));
    row(
        bareDate("changedFrom", "ui.filter.changedFrom"),
        bareDate("changedTo", "ui.filter.changedTo"));
    row(
        bareDate("createdFrom", "ui.filter.createdFrom"),
        bareDate("createdTo", "ui.filter.createdTo"));
  }

  private void lacks() {
    group("ui.filter.lacks");
    MultiSelectComboBox<PartyLack> lacks = new MultiSelectComboBox<>();
    lacks.setItems(PartyLack.values());
    lacks.setItemLabelGenerator(lack -> workspace.text("party.lack." + lack.name()));
    many("without", "ui.filter.without", lacks, PartyFilterPanel::lack, PartyLack::name);
  }

  private DateField bareDate(String name, String titleKey) {
    DateField field = new DateField();
    try {
      field.setValue(before.first(name) == null ? null : LocalDate.parse(before.first(name)));
    } catch (DateTimeParseException foreign) {
      field.setValue(null);
    }
    known(name, titleKey, field);
    values.put(
        name, () -> field.getValue() == null ? List.of() : List.of(field.getValue().toString()));
    return field;
  }

  private <C extends Component & HasValue<?, Integer>> C bare(
      String name, String titleKey, C field) {
    String kept = before.first(name);
    field.setValue(kept != null && kept.matches("\\d{1,5}") ? Integer.valueOf(kept) : null);
    known(name, titleKey, field);
    values.put(
        name, () -> field.getValue() == null ? List.of() : List.of(field.getValue().toString()));
    return field;
  }

  private <E extends Enum<E>> void one(
      String name, String titleKey, List<E> items, java.util.function.Function<E, String> label) {
    ComboBox<E> field = new ComboBox<>();
    field.setItems(items);
    field.setItemLabelGenerator(label::apply);
    field.setClearButtonVisible(true);
    field.setValue(
        items.stream()
            .filter(item -> item.name().equals(before.first(name)))
            .findFirst()
            .orElse(null));
    field(name, titleKey, field);
    values.put(name, () -> field.getValue() == null ? List.of() : List.of(field.getValue().name()));
  }

  private <T> void many(
      String name,
      String titleKey,
      MultiSelectComboBox<T> field,
      java.util.function.Function<String, T> reading,
      java.util.function.Function<T, String> writing) {
    field.setClearButtonVisible(true);
    Set<T> items = field.getListDataView().getItems().collect(Collectors.toSet());
    field.setValue(
        before.all(name).stream().map(reading).filter(items::contains).collect(Collectors.toSet()));
    field(name, titleKey, field);
    values.put(name, () -> field.getValue().stream().map(writing).sorted().toList());
  }

  private static PartyLack lack(String name) {
    return Arrays.stream(PartyLack.values())
        .filter(lack -> lack.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private static List<String> texts(String text) {
    return text.isBlank() ? List.of() : new ArrayList<>(List.of(text.strip()));
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
