package org.kartoteka.ui.internal.party;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.exchange.ExportQuery;
import org.kartoteka.ui.api.AddressState;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.api.component.RelativeTime;
import org.kartoteka.ui.api.component.StatusPill;
import org.kartoteka.ui.internal.desk.PartyDesk;
import org.kartoteka.ui.internal.exchange.ExportDesk;
import org.kartoteka.ui.internal.record.CustomShown;
import org.kartoteka.ui.internal.record.Words;

/** The list of parties: filter, saved views, chosen columns, selection, preview. */
final class PartyListPage extends Div {

  private static final long COUNTED = 10_000;

  private final transient PartyDesk desk;
  private final transient Visit visit;
  private final transient Workspace workspace;
  private final transient Words words;
  private final PageTitle title;
  private final PartyFilterBar filter;
  private final SavedViewTabs views;
  private final PartyActionBar actions;
  private final Button rule = new Button(VaadinIcon.ARCHIVE.create());
  private final Div preview = new Div();
  private transient KeysetGrid<PartySummary> grid;
  private transient Component columns;
  private transient AddressState state;

  PartyListPage(PartyDesk desk, Visit visit) {
    this.desk = desk;
    this.visit = visit;
    workspace = visit.workspace();
    words = desk.words(workspace);
    state = visit.state();
    addClassName("kt-page");
    title = new PageTitle(workspace.text("party.plural"), buttons());
    filter = new PartyFilterBar(desk, workspace, this::filtered);
    views = new SavedViewTabs("parties", workspace, this::viewChosen);
    actions = new PartyActionBar(desk, workspace, this::query, this::reread);
    grid = grid();
    preview.addClassName("kt-preview");
    preview.setId("party-preview");
    preview.setVisible(false);
    filter.show(state);
    columns = grid.columnChooser();
    filter.add(columns);
    saveAsRegister();
    views.show(state);
    Div split = new Div(grid, preview);
    desk.custom().follow(this, PartyRegister.TYPE, () -> redefine(split));
    split.addClassName("kt-split");
    add(title, views, filter, actions, split);
    count();
  }

  /** The filter of the list may become the rule of a register. */
  private void saveAsRegister() {
    rule.setId("view-register");
    rule.addThemeVariants(
        ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON);
    rule.setAriaLabel(workspace.text("ui.rule.title"));
    rule.setTooltipText(workspace.text("ui.rule.title"));
    rule.addClickListener(
        event -> SaveAsRegister.open(desk, workspace, query(), filter::registersChanged));
    views.add(rule);
    showRule();
  }

  private void showRule() {
    rule.setVisible(workspace.may("core.register.manage") && !query().isAll());
  }

  /** Custom fields were defined or changed: the list offers them at once. */
  private void redefine(Div split) {
    KeysetGrid<PartySummary> fresh = grid();
    split.replace(grid, fresh);
    grid = fresh;
    Component chooser = grid.columnChooser();
    filter.replace(columns, chooser);
    columns = chooser;
  }

  private Component[] buttons() {
    List<Component> buttons = new ArrayList<>();
    if (desk.exports().isOffered(workspace)) {
      buttons.add(desk.exports().button(workspace, PartyRegister.TYPE, this::exported));
    }
    if (workspace.may("core.party.change")) {
      buttons.add(addButton());
    }
    return buttons.toArray(Component[]::new);
  }

  /** The list as it is now. */
  private ExportQuery exported() {
    return ExportDesk.query(query().fields(), state.first(PartyFilter.SORT));
  }

  private Button addButton() {
    Button add = new Button(workspace.text("ui.party.new"), VaadinIcon.PLUS.create());
    add.setId("party-new");
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add.addClickListener(event -> PartyForm.add(desk, workspace));
    return add;
  }

  private KeysetGrid<PartySummary> grid() {
    KeysetGrid<PartySummary> list =
        new KeysetGrid<>("parties", this::page, PartySummary::id)
            .sort(state.first(PartyFilter.SORT));
    list.column(
            "name",
            "party.name",
            LitRenderer.<PartySummary>of(
                    "<a href=\"parties/${item.id}\" router-link class=\"kt-row-link\""
                        + " tabindex=\"-1\">${item.name}</a>")
                .withProperty("id", row -> Long.toString(row.id().value()))
                .withProperty("name", PartySummary::name))
        .sortedBy("name")
        .wide("14rem", 6)
        .frozen();
    list.column("number", "party.number", PartySummary::number).sortedBy("number").wide("6rem", 0);
    list.column(
            "status",
            "party.status",
            LitRenderer.<PartySummary>of("<span class=\"kt-pill ${item.tone}\">${item.text}</span>")
                .withProperty("tone", row -> StatusPill.toneOf(row.status()).className())
                .withProperty("text", row -> workspace.text("party.status." + row.status().name())))
        .sortedBy("status")
        .wide("8rem", 0);
    list.column("shortName", "party.shortName", PartySummary::shortName).onRequest();
    list.column("kind", "party.kind", row -> workspace.text("party.kind." + row.kind().name()))
        .onRequest();
    list.column("identifier", "party.identifier", PartySummary::identifier).wide("7rem", 1);
    list.column("city", "party.city", PartySummary::city).sortedBy("city").wide("8rem", 1);
    list.column("country", "party.country", row -> words.country(row.country())).onRequest();
    list.column("phone", "party.phone", row -> workspace.formats().phone(row.phone()))
        .wide("8.5rem", 0);
    list.column("email", "party.email", PartySummary::email).onRequest();
    list.column("roles", "party.roles", row -> words.value("roles", row.roles())).onRequest();
    list.column("tags", "party.tags", row -> String.join(", ", row.tags())).onRequest();
    list.column("rating", "party.rating", PartySummary::rating)
        .sortedBy("rating")
        .numeric()
        .wide("6rem", 0)
        .onRequest();
    list.column("owner", "party.ownerId", row -> desk.colleagues().name(row.ownerId())).onRequest();
    list.column(
            "changedAt",
            "party.changedAt",
            LitRenderer.<PartySummary>of("<span title=\"${item.exact}\">${item.ago}</span>")
                .withProperty("exact", row -> workspace.formats().dateTime(row.changedAt()))
                .withProperty("ago", row -> workspace.formats().ago(row.changedAt())))
        .sortedBy("changedAt")
        .wide("9rem", 0);
    CustomShown.columns(list, workspace, desk.custom().ofParties(), PartySummary::custom);
    return list.card(this::card)
        .onSort(sort -> remember(state.with(PartyFilter.SORT, sort)))
        .onChoose(this::preview)
        .onOpen(row -> visit.navigate("parties/" + row.id().value()))
        .onSelect(this::selected)
        .whenEmpty(empty());
  }

  private Page<PartySummary> page(PageRequest request) {
    return desk.parties().page(query(), request);
  }

  private PartyQuery query() {
    return PartyFilter.query(state, workspace.user().id());
  }

  private Component card(PartySummary row) {
    Span name = new Span(row.name());
    name.addClassNames("kt-strong", "kt-truncate");
    Div first = new Div(name, StatusPill.of(row.status()));
    first.addClassName("kt-card-line");
    Span second =
        new Span(
            Words.joined(
                " · ", row.city(), workspace.formats().phone(row.phone()), row.identifier()));
    second.addClassNames("kt-muted", "kt-truncate");
    Div card = new Div(first, second);
    card.addClassName("kt-row-card");
    return card;
  }

  private Component empty() {
    if (!PartyFilter.withoutSort(state).isEmpty()) {
      return new EmptyState(
          "vaadin:search",
          workspace.text("ui.party.none-found"),
          workspace.text("ui.party.none-found.why"));
    }
    Button add = new Button(workspace.text("ui.party.new"));
    add.addClickListener(event -> PartyForm.add(desk, workspace));
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    Button bring = new Button(workspace.text("ui.party.import"));
    bring.addClickListener(event -> visit.navigate("import?type=party"));
    return new EmptyState(
        "vaadin:building-o",
        workspace.text("ui.party.none"),
        workspace.text("ui.party.none.why"),
        add,
        bring);
  }

  private void filtered(AddressState changed) {
    remember(changed.with(PartyFilter.SORT, state.first(PartyFilter.SORT)));
    views.show(state);
    reread();
  }

  private void viewChosen(AddressState chosen) {
    remember(chosen);
    filter.show(state);
    grid.sort(state.first(PartyFilter.SORT));
    reread();
  }

  private void remember(AddressState changed) {
    state = changed;
    visit.remember(state);
    views.present(state);
    showRule();
  }

  private void reread() {
    grid.deselectAll();
    grid.whenEmpty(empty());
    grid.refresh();
    count();
  }

  private void count() {
    long number = desk.parties().count(query(), COUNTED);
    title.count(
        workspace.text(
            number >= COUNTED ? "ui.list.count.more" : "ui.list.count",
            number,
            workspace.formats().number(number)));
  }

  private void selected(Set<PartySummary> rows) {
    actions.show(rows.stream().map(PartySummary::id).collect(Collectors.toSet()));
  }

  private void preview(PartySummary row) {
    if (workspace.narrow()) {
      return;
    }
    preview.removeAll();
    preview.add(
        desk.parties()
            .find(row.id())
            .<Component>map(party -> new PartyPreview(party, desk, workspace))
            .orElseGet(() -> new RelativeTime(row.changedAt())));
    preview.setVisible(true);
  }
}
