package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;

/**
 * The frame of a page with a list: title with count, filter, list, and what was chosen at a glance
 * beside it. What is chosen stands in the address.
 */
public abstract class ListFrame<T> extends Div {

  private static final String SORT = "sort";
  private static final long COUNTED = 10_000;

  private final String id;
  private final transient Visit visit;
  private final transient Workspace workspace;
  private final Div preview = new Div();
  private PageTitle title;
  private FilterBar filter;
  private KeysetGrid<T> grid;
  private transient LongUnaryOperator counting;

  /**
   * A frame without its parts.
   *
   * @param id the test id of the page
   */
  protected ListFrame(String id, Visit visit) {
    this.id = id;
    this.visit = visit;
    workspace = visit.workspace();
    addClassName("kt-page");
  }

  /**
   * Puts the parts in place.
   *
   * @param heading the heading of the page
   * @param window the title in the browser's tab
   * @param above stand between heading and filter, such as the tabs of a room
   * @param between stand between filter and list
   * @param counted how many rows there are, up to the number given; null when nobody cares
   */
  protected final void assemble(
      PageTitle heading,
      String window,
      List<? extends Component> above,
      FilterBar bar,
      List<? extends Component> between,
      KeysetGrid<T> list,
      LongUnaryOperator counted) {
    title = heading;
    filter = bar;
    grid = list;
    counting = counted;
    visit.title(window);
    grid.sort(bar.state().first(SORT));
    grid.onSort(
        sort -> {
          filter.keep(SORT, sort);
          visit.remember(filter.state());
        });
    add(title);
    above.forEach(this::add);
    add(filter);
    between.forEach(this::add);
    preview.addClassName("kt-preview");
    preview.setId(id + "-preview");
    preview.setVisible(false);
    list.onChoose(this::preview);
    Div split = new Div(grid, preview);
    split.addClassName("kt-split");
    add(split);
    grid.whenEmpty(whenEmpty());
    count();
  }

  /** What stands in place of an empty list that nothing narrows. */
  protected abstract Component nothing();

  /** What is shown of a row beside the list; null for nothing. */
  protected Component glance(T row) {
    return null;
  }

  /** What was chosen has changed: reads the list anew and keeps the choice in the address. */
  public void filtered() {
    visit.remember(filter.state());
    reread();
  }

  /** Reads the list anew. */
  public void reread() {
    preview.removeAll();
    preview.setVisible(false);
    grid.whenEmpty(whenEmpty());
    grid.refresh();
    count();
  }

  /** Who stays on this page. */
  protected final Visit visit() {
    return visit;
  }

  protected final Workspace workspace() {
    return workspace;
  }

  private void preview(T row) {
    Component shown = workspace.narrow() ? null : glance(row);
    preview.removeAll();
    preview.setVisible(shown != null);
    if (shown != null) {
      preview.add(shown);
    }
  }

  private Component whenEmpty() {
    return filter.narrows()
        ? new EmptyState(
            "vaadin:search",
            workspace.text("ui.list.none-found"),
            workspace.text("ui.list.none-found.why"))
        : nothing();
  }

  private void count() {
    if (counting == null) {
      return;
    }
    long number = counting.applyAsLong(COUNTED);
    title.count(
        workspace.text(
            number >= COUNTED ? "ui.list.count.more" : "ui.list.count",
            number,
            workspace.formats().number(number)));
  }
}
