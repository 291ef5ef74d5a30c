package org.kartoteka.competitors.internal.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.kartoteka.competitors.StrategyChangeId;
import org.kartoteka.competitors.StrategyChangeQuery;
import org.kartoteka.competitors.StrategyChangeView;
import org.kartoteka.competitors.StrategyKind;
import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.ui.api.AddressState;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.component.FilterBar;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.Links;
import org.kartoteka.ui.api.component.Preview;
import org.kartoteka.ui.api.component.StatusPill;

/** The list of strategy changes; the address of one opens it. */
final class StrategyChangePage extends RoomPage<StrategyChangeView> {

  private final FilterBar filter;

  StrategyChangePage(CompetitorDesk desk, Visit visit) {
    super(RoomTab.CHANGES, desk, visit);
    filter =
        new FilterBar(workspace, visit.state())
            .words("q")
            .party("competitor", "competitors.competitor", desk.parties(), Words.WITH_ROLE)
            .choice("kind", "competitors.change.kind", StrategyKind.class, words::of)
            .colleague("owner", "competitors.change.ownerId", desk.users())
            .day("from", "competitors.filter.from")
            .day("to", "competitors.filter.to")
            .flag("open", "competitors.filter.open");
    KeysetGrid<StrategyChangeView> grid = grid();
    filter.end(this::filtered, grid.columnChooser());
    assemble(filter, grid, atMost -> desk.changes().count(query(), atMost), List.of(), buttons());
    StrategyChangeId chosen = visit.id(1, StrategyChangeId::new);
    if (chosen != null) {
      open(desk.changes().get(chosen));
    }
  }

  private Component[] buttons() {
    return workspace.may(CompetitorPermissions.RECORD)
        ? new Component[] {
          Links.primary(
              "strategy-change-new",
              workspace.text("competitors.change.new"),
              "vaadin:plus",
              () -> StrategyChangeForm.add(desk, workspace, null, this::reread))
        }
        : new Component[0];
  }

  private StrategyChangeQuery query() {
    AddressState state = filter.state();
    return new StrategyChangeQuery(
        state.first("q"),
        state.id("competitor", PartyId::new),
        state.word("kind", StrategyKind.class),
        state.id("owner", UserId::new),
        state.is("open"),
        state.day("from"),
        state.day("to"));
  }

  private KeysetGrid<StrategyChangeView> grid() {
    KeysetGrid<StrategyChangeView> list =
        new KeysetGrid<>(
            "strategy-changes",
            request -> desk.changes().page(query(), request),
            StrategyChangeView::id);
    list.column("date", "competitors.change.date", row -> workspace.formats().date(row.date()))
        .sortedBy("date")
        .wide("8rem", 0);
    list.column(
            "competitor",
            "competitors.competitor",
            CardLinks.party(StrategyChangeView::competitorId, StrategyChangeView::competitorName))
        .sortedBy("competitorName")
        .wide("11rem", 2);
    list.column("kind", "competitors.change.kind", row -> words.of(row.kind())).wide("8rem", 0);
    list.column("title", "competitors.change.title", StrategyChangeView::title).wide("14rem", 4);
    list.column("rating", "competitors.change.rating", Words::rating).wide("6rem", 0);
    list.column(
            "reaction",
            "competitors.change.reactionState",
            Links.pill(
                row -> Words.tone(row.reactionState()).className(),
                row -> words.of(row.reactionState())))
        .wide("9rem", 0);
    list.column("owner", "competitors.change.ownerId", row -> words.user(row.ownerId()))
        .wide("9rem", 1);
    list.column("source", "competitors.change.source", StrategyChangeView::source).onRequest();
    return list.card(this::card).onOpen(this::open);
  }

  @Override
  protected Component glance(StrategyChangeView row) {
    return new Preview(workspace, row.title())
        .pill(words.of(row.kind()), StatusPill.Tone.NEUTRAL)
        .pill(words.of(row.reactionState()), Words.tone(row.reactionState()))
        .fact(
            "competitors.competitor",
            Links.to(CardLinks.address(row.competitorId()), row.competitorName()))
        .fact("competitors.change.date", workspace.formats().date(row.date()))
        .fact("competitors.change.description", row.description())
        .fact("competitors.change.source", row.source())
        .fact("competitors.change.rating", Words.rating(row))
        .fact("competitors.change.reaction", row.reaction())
        .fact("competitors.change.ownerId", words.user(row.ownerId()))
        .fact("competitors.createdBy", row.createdBy())
        .action("strategy-change-open", "competitors.edit", "vaadin:edit", () -> open(row));
  }

  private Component card(StrategyChangeView row) {
    return Links.rowCard(
        row.title(),
        new StatusPill(words.of(row.reactionState()), Words.tone(row.reactionState())),
        Words.joined(
            " · ",
            workspace.formats().date(row.date()),
            row.competitorName(),
            words.of(row.kind()),
            Words.rating(row)));
  }

  private void open(StrategyChangeView row) {
    StrategyChangeForm.edit(desk, workspace, row, this::reread);
  }
}
