package org.kartoteka.competitors.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;
import org.kartoteka.competitors.WatchView;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.component.FilterBar;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.Links;

/** What the visitor watches. */
final class WatchPage extends RoomPage<WatchView> {

  WatchPage(CompetitorDesk desk, Visit visit) {
    super(RoomTab.WATCHES, desk, visit);
    FilterBar filter = new FilterBar(workspace, visit.state());
    KeysetGrid<WatchView> grid = grid();
    filter.end(this::filtered);
    assemble(
        filter,
        grid,
        atMost -> desk.watchList().watches(PageRequest.first(PageRequest.MAX_LIMIT)).items().size(),
        List.of());
  }

  private KeysetGrid<WatchView> grid() {
    KeysetGrid<WatchView> list =
        new KeysetGrid<>(
            "watches", request -> desk.watchList().watches(request), WatchView::partyId);
    list.column(
            "party",
            "competitors.watch.party",
            CardLinks.rows(WatchView::partyId, WatchView::partyName))
        .wide("14rem", 4);
    list.column("kind", "competitors.watch.kind", this::kind).wide("9rem", 0);
    list.column(
            "since", "competitors.watch.since", row -> workspace.formats().dateTime(row.since()))
        .sortedBy("since")
        .wide("13rem", 0);
    list.column("stop", "competitors.watch.action", new ComponentRenderer<>(this::stop))
        .wide("11rem", 0);
    return list.card(this::card).onOpen(row -> visit.navigate(CardLinks.address(row.partyId())));
  }

  private String kind(WatchView row) {
    return workspace.text(
        row.competitor() ? "competitors.competitor" : "competitors.watch.customer");
  }

  private Button stop(WatchView row) {
    return Links.quiet(
        "unwatch-" + row.partyId().value(),
        workspace.text("competitors.watch.stop"),
        "vaadin:eye-slash",
        () -> {
          desk.watchList().unwatch(row.partyId());
          workspace.done(
              workspace.text("competitors.watch.stopped", row.partyName()),
              () -> {
                desk.watchList().watch(row.partyId());
                reread();
              });
          reread();
        });
  }

  private Component card(WatchView row) {
    return Links.rowCard(
        row.partyName(), null, kind(row) + " · " + workspace.formats().ago(row.since()));
  }
}
