package org.kartoteka.competitors.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.List;
import java.util.Locale;
import java.util.function.LongUnaryOperator;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.PageTitle;

/** The frame of the pages of this room: title with count, tabs, filter, list. */
class RoomPage<T> extends Div {

  static final String SORT = "sort";
  private static final long COUNTED = 10_000;
  private static final long UNSEEN = 99;

  final transient CompetitorDesk desk;
  final transient Visit visit;
  final transient Workspace workspace;
  final transient Words words;
  private final RoomTab tab;
  private final Div preview = new Div();
  private PageTitle title;
  private FilterBar filter;
  private KeysetGrid<T> grid;
  private transient LongUnaryOperator counting;

  RoomPage(RoomTab tab, CompetitorDesk desk, Visit visit) {
    this.tab = tab;
    this.desk = desk;
    this.visit = visit;
    workspace = visit.workspace();
    words = new Words(desk, workspace, "competitors");
    addClassName("kt-page");
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
    filter = bar;
    grid = list;
    counting = counted;
    title = new PageTitle(workspace.text("competitors.title"), buttons);
    visit.title(workspace.text(tab.titleKey()));
    grid.sort(bar.state().first(SORT));
    grid.onSort(
        sort -> {
          filter.keep(SORT, sort);
          visit.remember(filter.state());
        });
    add(title, tabs(), filter);
    between.forEach(this::add);
    preview.addClassName("kt-preview");
    preview.setId("competitors-preview");
    preview.setVisible(false);
    list.onChoose(this::preview);
    Div split = new Div(grid, preview);
    split.addClassName("kt-split");
    add(split);
    count();
  }

  /** What was chosen has changed: reads the list anew and keeps the choice in the address. */
  void filtered() {
    visit.remember(filter.state());
    reread();
  }

  /** What is shown of a row beside the list; null for nothing. */
  Component glance(T row) {
    return null;
  }

  private void preview(T row) {
    Component shown = workspace.narrow() ? null : glance(row);
    preview.removeAll();
    preview.setVisible(shown != null);
    if (shown != null) {
      preview.add(shown);
    }
  }

  /** Reads the list anew. */
  void reread() {
    preview.removeAll();
    preview.setVisible(false);
    grid.whenEmpty(nothing());
    grid.refresh();
    count();
  }

  /** What stands in place of an empty list. */
  final Component nothing(Component... firstSteps) {
    return filter != null && filter.narrows()
        ? new EmptyState(
            "vaadin:search",
            workspace.text("competitors.none-found"),
            workspace.text("competitors.none-found.why"))
        : new EmptyState(
            "vaadin:crosshairs",
            workspace.text("competitors.none." + tab.name()),
            workspace.text("competitors.none." + tab.name() + ".why"),
            firstSteps);
  }

  private void count() {
    long number = counting.applyAsLong(COUNTED);
    title.count(
        workspace.text(
            number >= COUNTED ? "competitors.count.more" : "competitors.count",
            number,
            workspace.formats().number(number)));
  }

  private Tabs tabs() {
    Tabs strip = new Tabs(false);
    strip.setId("competitors-tabs");
    strip.setWidthFull();
    for (RoomTab one : RoomTab.values()) {
      Tab entry = new Tab(workspace.text(one.titleKey()));
      entry.setId("competitors-tab-" + one.name().toLowerCase(Locale.ROOT));
      if (one == RoomTab.ALERTS) {
        badge(entry);
      }
      strip.add(entry);
    }
    strip.setSelectedIndex(tab.ordinal());
    strip.addSelectedChangeListener(
        event -> visit.navigate(RoomTab.values()[strip.getSelectedIndex()].address()));
    return strip;
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
