package org.kartoteka.competitors.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.List;
import org.kartoteka.competitors.AlertId;
import org.kartoteka.competitors.AlertView;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.component.FilterBar;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.Links;

/** The visitor's alerts; opening one marks it as seen and shows what it is about. */
final class AlertPage extends RoomPage<AlertView> {

  private static final String PARAMETER = "alert";

  private final FilterBar filter;

  AlertPage(CompetitorDesk desk, Visit visit) {
    super(RoomTab.ALERTS, desk, visit);
    filter = new FilterBar(workspace, visit.state()).flag("unseen", "competitors.filter.unseen");
    KeysetGrid<AlertView> grid = grid();
    filter.end(this::filtered);
    assemble(
        filter,
        grid,
        desk.watchList()::unseen,
        List.of(),
        Links.button(
            "alerts-seen",
            workspace.text("competitors.alert.all-seen"),
            "vaadin:check",
            this::allSeen));
  }

  private void allSeen() {
    desk.watchList().markAllSeen();
    reread();
  }

  private KeysetGrid<AlertView> grid() {
    KeysetGrid<AlertView> list =
        new KeysetGrid<>(
            "competitor-alerts",
            request -> desk.watchList().alerts(filter.state().is("unseen"), request),
            AlertView::id);
    list.column(
            "text",
            "competitors.alert.text",
            LitRenderer.<AlertView>of(
                    "<a href=\"${item.address}\" router-link class=\"${item.style}\""
                        + " tabindex=\"-1\">${item.text}</a>")
                .withProperty("address", AlertPage::address)
                .withProperty(
                    "style", row -> row.seenAt() == null ? "kt-row-link kt-strong" : "kt-row-link")
                .withProperty("text", words::alert))
        .wide("18rem", 6);
    list.column("kind", "competitors.alert.kind", row -> words.of(row.kind())).wide("9rem", 0);
    list.column("actor", "competitors.alert.actor", AlertView::actor).wide("8rem", 0);
    list.column(
            "when",
            "competitors.alert.occurredAt",
            row -> workspace.formats().ago(row.occurredAt()))
        .sortedBy("occurredAt")
        .wide("9rem", 0);
    return list.card(this::card).onOpen(row -> visit.navigate(address(row)));
  }

  private Component card(AlertView row) {
    return Links.rowCard(
        words.alert(row),
        row.seenAt() == null ? new Span("●") : null,
        Words.joined(" · ", workspace.formats().ago(row.occurredAt()), row.actor()));
  }

  /** Where the browser shows what the alert is about, and marks it as seen. */
  static String address(AlertView alert) {
    String record =
        switch (alert.kind()) {
          case STRATEGY_CHANGE -> "competitors/changes/" + alert.record().id() + "?";
          case PRICE -> "competitors/prices?competitor=" + alert.competitorId().value() + "&";
          case PRESENCE -> "competitors/presence?competitor=" + alert.competitorId().value() + "&";
        };
    return record + PARAMETER + "=" + alert.id().value();
  }

  /** Marks the alert as seen by which the visitor came, if he came by one. */
  static void arrived(CompetitorDesk desk, Visit visit) {
    AlertId alert = visit.state().id(PARAMETER, AlertId::new);
    if (alert == null) {
      return;
    }
    try {
      desk.watchList().mark(alert, true);
    } catch (NotFound gone) {
      visit.remember(visit.state().without(PARAMETER));
    }
  }
}
