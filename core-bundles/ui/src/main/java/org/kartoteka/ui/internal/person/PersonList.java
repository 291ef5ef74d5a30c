package org.kartoteka.ui.internal.person;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.person.PersonQuery;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.ui.api.AddressState;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.internal.desk.PartyDesk;
import org.kartoteka.ui.internal.record.CustomShown;
import org.kartoteka.ui.internal.record.Words;

/** Persons: all of them, or those of one party. */
public final class PersonList extends Div {

  private static final String TEXT = "q";
  private static final String SORT = "sort";
  private static final int MOST = 5;
  private static final Comparator<PersonId> BY_AGE = Comparator.comparingLong(PersonId::value);

  private final transient PartyDesk desk;
  private final transient Visit visit;
  private final transient Workspace workspace;
  private final transient PartyId party;
  private final TextField text = new TextField();
  private final Button further = new Button(VaadinIcon.SLIDERS.create());
  private final Button clear = new Button(VaadinIcon.CLOSE_SMALL.create());
  private final transient KeysetGrid<PersonView> grid;
  private transient Consumer<PersonQuery> counted = query -> {};
  private transient AddressState state;

  public PersonList(PartyDesk desk, Visit visit, PartyId party) {
    this.desk = desk;
    this.visit = visit;
    this.party = party;
    workspace = visit.workspace();
    state = visit.state();
    addClassName("kt-list-page");
    grid = grid();
    text.setId("persons-filter");
    text.setPlaceholder(workspace.text("ui.person.filter"));
    text.setAriaLabel(workspace.text("ui.person.filter"));
    text.setPrefixComponent(VaadinIcon.SEARCH.create());
    text.setClearButtonVisible(true);
    text.setValueChangeMode(ValueChangeMode.LAZY);
    text.setValueChangeTimeout(250);
    text.getElement().setAttribute("data-shortcut", "/");
    if (state.first(TEXT) != null) {
      text.setValue(state.first(TEXT));
    }
    text.addValueChangeListener(event -> filtered(state.with(TEXT, event.getValue())));
    further.setId("persons-filter-further");
    further.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    further.addClickListener(
        event -> PersonFilterPanel.open(desk, workspace, state, this::filtered));
    clear.setId("persons-filter-clear");
    clear.setText(workspace.text("ui.list.clear"));
    clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    clear.addClickListener(event -> filtered(PersonFilterPanel.cleared(state)));
    showFurther();
    Div bar = new Div(text, further, clear, grid.columnChooser());
    bar.addClassName("kt-filter-bar");
    if (party != null && workspace.may("core.person.change")) {
      Button add = new Button(workspace.text("ui.person.new"), VaadinIcon.PLUS.create());
      add.setId("persons-new");
      add.addThemeVariants(ButtonVariant.LUMO_SMALL);
      add.addClickListener(event -> PersonForm.add(desk, workspace, party, person -> reread()));
      bar.add(add);
    }
    if (party != null && desk.duplicates().mayMergePersons(workspace)) {
      bar.add(merging());
    }
    add(bar, grid);
  }

  /** Merges the selected persons; offered as soon as there are two. */
  private Button merging() {
    Button merge =
        new Button(workspace.text("ui.merge.action"), VaadinIcon.COMPRESS_SQUARE.create());
    merge.setId("persons-merge");
    merge.addThemeVariants(ButtonVariant.LUMO_SMALL);
    merge.setVisible(false);
    List<PersonId> chosen = new ArrayList<>();
    grid.onSelect(
        rows -> {
          chosen.clear();
          rows.stream().map(PersonView::id).sorted(BY_AGE).forEach(chosen::add);
          merge.setVisible(chosen.size() > 1 && chosen.size() <= MOST);
        });
    merge.addClickListener(event -> desk.duplicates().mergePersons(chosen, workspace));
    return merge;
  }

  /** Told of the query whenever the list is read anew. */
  PersonList onCount(Consumer<PersonQuery> listener) {
    counted = listener;
    listener.accept(query());
    return this;
  }

  private PersonQuery query() {
    Map<String, List<String>> fields = new HashMap<>(state.values());
    fields.remove(SORT);
    return PersonQuery.ofUnderstood(fields).with(text.getValue(), party);
  }

  /** The order of the list; null for its own. */
  String sort() {
    return state.first(SORT);
  }

  private void filtered(AddressState changed) {
    remember(changed);
    showFurther();
    reread();
  }

  private void showFurther() {
    long count = PersonFilterPanel.count(state);
    String title = workspace.text("ui.filter.further", count);
    further.setVisible(count > 0 || !desk.custom().ofPersons().isEmpty());
    further.setText(count == 0 ? "" : workspace.formats().number(count));
    further.setAriaLabel(title);
    further.setTooltipText(title);
    further.setClassName("kt-active", count > 0);
    clear.setVisible(count > 0);
  }

  private void remember(AddressState changed) {
    state = changed;
    visit.remember(state);
  }

  /** Reads the list anew. */
  void reread() {
    grid.refresh();
    counted.accept(query());
  }

  private KeysetGrid<PersonView> grid() {
    KeysetGrid<PersonView> list =
        new KeysetGrid<>(
                party == null ? "persons" : "party-persons",
                request -> desk.persons().brief(query(), request),
                PersonView::id)
            .sort(party == null ? state.first(SORT) : null);
    list.column(
            "name", "person.name", link("persons/", row -> row.id().value(), PersonView::fullName))
        .sortedBy("name")
        .wide("14rem", 3)
        .frozen();
    if (party == null) {
      list.column(
              "party",
              "person.party",
              link("parties/", row -> row.partyId().value(), PersonView::partyName))
          .sortedBy("party")
          .wide("14rem", 3);
    }
    list.column("position", "person.position", PersonView::position).wide("9rem", 2);
    list.column("department", "person.department", PersonView::department).onRequest();
    list.column(
            "phone",
            "person.phone",
            row ->
                workspace
                    .formats()
                    .phone(first(row.phones().stream().map(phone -> phone.value()).toList())))
        .wide("9rem", 1);
    list.column(
            "email",
            "person.email",
            row -> first(row.emails().stream().map(email -> email.value()).toList()))
        .wide("12rem", 2);
    CustomShown.columns(list, workspace, desk.custom().ofPersons(), PersonView::custom);
    return list.card(this::card)
        .onSort(sort -> remember(state.with(SORT, sort)))
        .onOpen(row -> visit.navigate("persons/" + row.id().value()))
        .whenEmpty(
            new EmptyState(
                "vaadin:users",
                workspace.text("ui.person.none"),
                workspace.text("ui.person.none.why")));
  }

  private static LitRenderer<PersonView> link(
      String address, Function<PersonView, Long> id, Function<PersonView, String> name) {
    return LitRenderer.<PersonView>of(
            "<a href=\"${item.address}\" router-link class=\"kt-row-link\""
                + " tabindex=\"-1\">${item.name}</a>")
        .withProperty("address", row -> address + id.apply(row))
        .withProperty("name", name::apply);
  }

  private static String first(List<String> values) {
    return values.isEmpty() ? "" : values.get(0);
  }

  private Component card(PersonView row) {
    Span name = new Span(row.fullName());
    name.addClassNames("kt-strong", "kt-truncate");
    Span second =
        new Span(Words.joined(" · ", party == null ? row.partyName() : null, row.position()));
    second.addClassNames("kt-muted", "kt-truncate");
    Div card = new Div(name, second);
    card.addClassName("kt-row-card");
    return card;
  }
}
