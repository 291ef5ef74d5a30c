package org.kartoteka.competitors.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.FilterBar;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.ListFrame;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.api.component.RoomTabs;

/** The frame of the pages of this room, with its tabs. */
class RoomPage<T> extends ListFrame<T> {

  private static final long UNSEEN = 99;

  final transient CompetitorDesk desk;
  final transient Visit visit;
  final transient Workspace workspace;
  final transient Words words;
  private final RoomTab tab;

  RoomPage(RoomTab tab, CompetitorDesk desk, Visit visit) {
    super("competitors", visit);
    this.tab = tab;
    this.desk = desk;
    this.visit = visit;
    workspace = visit.workspace();
    words = new Words(desk, workspace, "competitors");
  }

  /**
   * Puts the parts in place.
   *
   * @param between stands between filter and list
   * @param counted how many rows there are, up to the number given
   */
  final void assemble(
      FilterBar bar,
      KeysetGrid<T> list,
      LongUnaryOperator counted,
      List<? extends Component> between,
      Component... buttons) {
    assemble(
        new PageTitle(workspace.text("competitors.title"), buttons),
        workspace.text(tab.titleKey()),
        List.of(tabs()),
        bar,
        between,
        list,
        counted);
  }

  /** What an empty list offers. */
  Component[] firstSteps() {
    return new Component[0];
  }

  @Override
  protected final Component nothing() {
    return new EmptyState(
        "vaadin:crosshairs",
        workspace.text("competitors.none." + tab.name()),
        workspace.text("competitors.none." + tab.name() + ".why"),
        firstSteps());
  }

  private RoomTabs tabs() {
    RoomTabs tabs = new RoomTabs("competitors", tab, visit);
    badge(tabs.tab(RoomTab.ALERTS));
    return tabs;
  }

  private void badge(Tab entry) {
    long unseen = desk.watchList().unseen(UNSEEN);
    if (unseen > 0) {
      Span number = new Span(workspace.formats().number(unseen));
      number.addClassName("kt-badge");
      entry.add(number);
    }
  }
}
