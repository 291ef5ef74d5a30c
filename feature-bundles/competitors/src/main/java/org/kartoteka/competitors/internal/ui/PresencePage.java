package org.kartoteka.competitors.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.kartoteka.competitors.Certainty;
import org.kartoteka.competitors.PresenceQuery;
import org.kartoteka.competitors.PresenceView;
import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.ui.api.AddressState;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.component.FilterBar;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.Links;
import org.kartoteka.ui.api.component.Preview;
import org.kartoteka.ui.api.component.StatusPill;

/** The list of competitors' presences at customers. */
final class PresencePage extends RoomPage<PresenceView> {

  private final FilterBar filter;

  PresencePage(CompetitorDesk desk, Visit visit) {
    super(RoomTab.PRESENCE, desk, visit);
    filter =
        new FilterBar(workspace, visit.state())
            .party("competitor", "competitors.competitor", desk.parties(), Words.WITH_ROLE)
            .party("customer", "competitors.presence.customerId", desk.parties(), PartyQuery.all())
            .choice("certainty", "competitors.presence.certainty", Certainty.class, words::of)
            .flag("current", "competitors.filter.current");
    KeysetGrid<PresenceView> grid = grid();
    filter.end(this::filtered, grid.columnChooser());
    assemble(filter, grid, atMost -> desk.presences().count(query(), atMost), List.of(), buttons());
  }

  private Component[] buttons() {
    return workspace.may(CompetitorPermissions.RECORD)
        ? new Component[] {
          Links.primary(
              "presence-new",
              workspace.text("competitors.presence.new"),
              "vaadin:plus",
              () -> PresenceForm.add(desk, workspace, null, null, this::reread))
        }
        : new Component[0];
  }

  private PresenceQuery query() {
    AddressState state = filter.state();
    return new PresenceQuery(
        state.id("competitor", PartyId::new),
        state.id("customer", PartyId::new),
        state.word("certainty", Certainty.class),
        state.is("current"));
  }

  private KeysetGrid<PresenceView> grid() {
    KeysetGrid<PresenceView> list =
        new KeysetGrid<>(
            "presences", request -> desk.presences().page(query(), request), PresenceView::id);
    list.column(
            "competitor",
            "competitors.competitor",
            CardLinks.party(PresenceView::competitorId, PresenceView::competitorName))
        .sortedBy("competitorName")
        .wide("11rem", 2);
    list.column(
            "customer",
            "competitors.presence.customerId",
            CardLinks.party(PresenceView::customerId, PresenceView::customerName))
        .wide("11rem", 2);
    list.column("supplies", "competitors.presence.supplies", PresenceView::supplies)
        .wide("12rem", 3);
    list.column(
            "share", "competitors.presence.sharePercent", row -> words.percent(row.sharePercent()))
        .sortedBy("sharePercent")
        .numeric()
        .wide("6rem", 0);
    list.column(
            "certainty",
            "competitors.presence.certainty",
            Links.pill(row -> "", row -> words.of(row.certainty())))
        .wide("8rem", 0);
    list.column(
            "period", "competitors.presence.period", row -> words.period(row.since(), row.until()))
        .wide("13rem", 0);
    list.column("changed", "competitors.changedAt", row -> workspace.formats().ago(row.changedAt()))
        .sortedBy("changedAt")
        .onRequest();
    return list.card(this::card)
        .onOpen(row -> PresenceForm.edit(desk, workspace, row, this::reread));
  }

  @Override
  protected Component glance(PresenceView row) {
    return new Preview(workspace, row.supplies() == null ? row.competitorName() : row.supplies())
        .pill(words.of(row.certainty()), StatusPill.Tone.NEUTRAL)
        .fact(
            "competitors.competitor",
            Links.to(CardLinks.address(row.competitorId()), row.competitorName()))
        .fact(
            "competitors.presence.customerId",
            Links.to(CardLinks.address(row.customerId()), row.customerName()))
        .fact("competitors.presence.sharePercent", words.percent(row.sharePercent()))
        .fact("competitors.presence.period", words.period(row.since(), row.until()))
        .fact("competitors.presence.note", row.note())
        .fact("competitors.createdBy", row.createdBy())
        .action(
            "presence-open",
            "competitors.edit",
            "vaadin:edit",
            () -> PresenceForm.edit(desk, workspace, row, this::reread));
  }

  private Component card(PresenceView row) {
    return Links.rowCard(
        Words.joined(" → ", row.competitorName(), row.customerName()),
        new Span(words.percent(row.sharePercent())),
        Words.joined(
            " · ",
            row.supplies(),
            words.of(row.certainty()),
            words.period(row.since(), row.until())));
  }
}
