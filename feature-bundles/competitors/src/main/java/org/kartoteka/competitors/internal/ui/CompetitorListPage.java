package org.kartoteka.competitors.internal.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.kartoteka.competitors.CompetitorQuery;
import org.kartoteka.competitors.CompetitorView;
import org.kartoteka.competitors.Threat;
import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.component.FilterBar;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.Links;
import org.kartoteka.ui.api.component.Preview;
import org.kartoteka.ui.api.component.StatusPill;

/** The list of competitors. */
final class CompetitorListPage extends RoomPage<CompetitorView> {

  private static final String ICON = "vaadin:plus";

  private final FilterBar filter;

  CompetitorListPage(CompetitorDesk desk, Visit visit) {
    super(RoomTab.COMPETITORS, desk, visit);
    filter =
        new FilterBar(workspace, visit.state())
            .words("q")
            .choice("threat", "competitors.threat", Threat.class, words::of)
            .colleague("owner", "competitors.ownerId", desk.users());
    KeysetGrid<CompetitorView> grid = grid();
    filter.end(this::filtered, grid.columnChooser());
    assemble(
        filter,
        grid,
        atMost -> desk.competitors().count(query(), atMost),
        List.of(),
        adding("competitor-new"));
  }

  @Override
  Component[] firstSteps() {
    return adding("competitor-first");
  }

  private Component[] adding(String id) {
    return workspace.may(CompetitorPermissions.CHANGE)
        ? new Component[] {
          Links.primary(
              id,
              workspace.text("competitors.new"),
              ICON,
              () ->
                  CompetitorForm.add(
                      desk,
                      workspace,
                      null,
                      added -> visit.navigate(CardLinks.address(added.id()))))
        }
        : new Component[0];
  }

  private CompetitorQuery query() {
    return new CompetitorQuery(
        filter.state().first("q"),
        filter.state().word("threat", Threat.class),
        filter.state().id("owner", UserId::new));
  }

  private KeysetGrid<CompetitorView> grid() {
    KeysetGrid<CompetitorView> list =
        new KeysetGrid<>(
            "competitors",
            request -> desk.competitors().page(query(), request),
            CompetitorView::id);
    list.column(
            "name", "competitors.name", CardLinks.rows(CompetitorView::id, CompetitorView::name))
        .sortedBy("name")
        .wide("14rem", 4);
    list.column(
            "threat",
            "competitors.threat",
            Links.pill(
                row -> row.threat() == null ? "" : Words.tone(row.threat()).className(),
                row -> words.of(row.threat())))
        .sortedBy("threat")
        .wide("8rem", 0);
    list.column("changes", "competitors.column.changes", CompetitorView::strategyChanges)
        .numeric()
        .wide("8rem", 0);
    list.column("last", "competitors.lastChange", row -> workspace.formats().date(row.lastChange()))
        .wide("9rem", 0);
    list.column("products", "competitors.tab.PRODUCTS", CompetitorView::products)
        .numeric()
        .wide("7rem", 0);
    list.column("presences", "competitors.column.customers", CompetitorView::presences)
        .numeric()
        .wide("7rem", 0);
    list.column("owner", "competitors.ownerId", row -> words.user(row.ownerId())).wide("9rem", 1);
    list.column(
            "added", "competitors.createdAt", row -> workspace.formats().dateTime(row.createdAt()))
        .sortedBy("createdAt")
        .wide("9rem", 0)
        .onRequest();
    return list.card(this::card).onOpen(row -> visit.navigate(CardLinks.address(row.id())));
  }

  @Override
  protected Component glance(CompetitorView row) {
    return new Preview(workspace, Links.to(CardLinks.address(row.id()), row.name()))
        .pill(words.of(row.threat()), row.threat() == null ? null : Words.tone(row.threat()))
        .fact("competitors.ownerId", words.user(row.ownerId()))
        .fact("competitors.strengths", row.strengths())
        .fact("competitors.weaknesses", row.weaknesses())
        .fact("competitors.lastChange", workspace.formats().date(row.lastChange()))
        .fact("competitors.tab.CHANGES", workspace.formats().number(row.strategyChanges()))
        .fact("competitors.tab.PRODUCTS", workspace.formats().number(row.products()))
        .fact("competitors.tab.PRESENCE", workspace.formats().number(row.presences()))
        .action(
            "competitor-open",
            "competitors.open",
            "vaadin:arrow-right",
            () -> visit.navigate(CardLinks.address(row.id())));
  }

  private Component card(CompetitorView row) {
    return Links.rowCard(
        row.name(),
        row.threat() == null
            ? null
            : new StatusPill(words.of(row.threat()), Words.tone(row.threat())),
        workspace.text(
            "competitors.card.summary", row.strategyChanges(), row.products(), row.presences()));
  }
}
