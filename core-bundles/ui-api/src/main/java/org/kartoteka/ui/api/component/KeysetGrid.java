package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.data.provider.AbstractBackEndDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.data.renderer.TextRenderer;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.ui.api.Workspace;

/**
 * A list of any length: rows are read page by page as one scrolls and none are kept. Its columns
 * can be chosen, are remembered for the user, and become cards at phone width.
 *
 * <p>Set it up completely (columns, card, listeners) before it is attached.
 */
public class KeysetGrid<T> extends Composite<Div> {

  private static final int PAGE = 50;
  private static final String CARD = "card";

  /** Vaadin means to name the box of a row, in English, but the name does not reach its input. */
  private static final String NAME_BOXES =
      """
      const column = this.querySelector('vaadin-grid-flow-selection-column');
      column.renderer = (root, self, row) => {
        self._defaultRenderer(root, self, row);
        root.firstElementChild.accessibleName = $0;
      };
      """;

  private final String id;
  private final Grid<T> grid = new Grid<>();
  private final KeysetPages<T> pages;
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private Grid.Column<T> card;
  private Function<T, Component> cardMaker;
  private Consumer<T> chosen = row -> {};
  private Consumer<T> opened = row -> {};
  private Consumer<String> sorted = sort -> {};
  private Consumer<Set<T>> selected = rows -> {};
  private boolean multiSelect;
  private T focused;
  private String sort;
  private Registration width;
  private boolean completed;

  /** A column of the list. */
  public final class Column {
    private final Grid.Column<T> column;
    private final String titleKey;
    private boolean shown = true;
    private String title;

    private Column(String key, String titleKey, Renderer<T> renderer) {
      this.titleKey = titleKey;
      column = grid.addColumn(renderer).setKey(key).setResizable(true).setAutoWidth(false);
      column.setFlexGrow(1);
    }

    /** The list can be sorted by it: the name of the sort in page requests. */
    public Column sortedBy(String field) {
      column.setSortProperty(field).setSortable(true);
      return this;
    }

    /** Its title, when it is no text of a bundle. */
    public Column titled(String text) {
      title = text;
      return this;
    }

    private String title() {
      return title == null ? Workspace.current().text(titleKey) : title;
    }

    /** It is shown only when chosen. */
    public Column onRequest() {
      shown = false;
      return this;
    }

    /** It stays in view while the others scroll sideways. */
    public Column frozen() {
      column.setFrozen(true);
      return this;
    }

    /** Numbers stand at the right. */
    public Column numeric() {
      column.setTextAlign(ColumnTextAlign.END);
      return this;
    }

    /** Its width at first, such as {@code 8rem}, and its share of what is left. */
    public Column wide(String width, int share) {
      column.setWidth(width).setFlexGrow(share);
      return this;
    }
  }

  /**
   * A list.
   *
   * @param id the test id, and the name under which the chosen columns are remembered
   * @param source reads one page; called within the request that shows it
   * @param identity what makes two rows the same record
   */
  public KeysetGrid(String id, Function<PageRequest, Page<T>> source, Function<T, ?> identity) {
    this.id = id;
    pages = new KeysetPages<>(PAGE, source);
    getContent().addClassName("kt-list");
    grid.setId(id);
    grid.setPageSize(PAGE);
    grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
    grid.setColumnReorderingAllowed(true);
    grid.setSizeFull();
    grid.getElement().setAttribute("data-keys", "rows");
    grid.setItems(new Rows(identity)).setItemCountUnknown();
    getContent().add(grid);
  }

  private Stream<T> rows(Query<T, Void> query) {
    return pages.rows(query.getOffset(), query.getLimit(), order(query.getSortOrders())).stream();
  }

  private String order(List<QuerySortOrder> orders) {
    if (orders.isEmpty()) {
      return sort;
    }
    QuerySortOrder first = orders.get(0);
    return (first.getDirection() == SortDirection.DESCENDING ? "-" : "") + first.getSorted();
  }

  /** A column of plain text. */
  public Column column(String key, String titleKey, Function<T, ?> text) {
    return column(
        key,
        titleKey,
        new TextRenderer<>(
            row -> {
              Object value = text.apply(row);
              return value == null ? "" : value.toString();
            }));
  }

  /** A column drawn by a renderer. */
  public Column column(String key, String titleKey, Renderer<T> renderer) {
    Column column = new Column(key, titleKey, renderer);
    columns.put(key, column);
    return column;
  }

  /** How a row looks at phone width. */
  public KeysetGrid<T> card(Function<T, Component> maker) {
    cardMaker = maker;
    return this;
  }

  /** Called when a row is chosen, by pointer or keyboard: show its preview. */
  public KeysetGrid<T> onChoose(Consumer<T> listener) {
    chosen = listener;
    return this;
  }

  /** Called when a row is opened: Enter, double click, or a tap on a card. */
  public KeysetGrid<T> onOpen(Consumer<T> listener) {
    opened = listener;
    return this;
  }

  /** Lets several rows be selected; called with those selected now. */
  public KeysetGrid<T> onSelect(Consumer<Set<T>> listener) {
    multiSelect = true;
    selected = listener;
    return this;
  }

  /** Called when the person sorts: the sort of page requests, null for the list's own order. */
  public KeysetGrid<T> onSort(Consumer<String> listener) {
    sorted = listener;
    return this;
  }

  /** What stands there while the list is empty. */
  public KeysetGrid<T> whenEmpty(Component component) {
    grid.setEmptyStateComponent(component);
    return this;
  }

  /** Sorts at first: a field with or without a leading minus; null for the list's own order. */
  public KeysetGrid<T> sort(String order) {
    sort = order;
    if (completed) {
      grid.sort(sortOrders());
    }
    return this;
  }

  /** Selects nothing. */
  public void deselectAll() {
    grid.deselectAll();
  }

  /** Reads the list anew. */
  public void refresh() {
    pages.forget();
    grid.getDataProvider().refreshAll();
  }

  /** Shows another version of a row. */
  public void refresh(T row) {
    grid.getDataProvider().refreshItem(row);
  }

  /** The row that has the keyboard or was clicked last; null when there is none. */
  public T focused() {
    return focused;
  }

  /** A button by which columns are chosen. */
  public Component columnChooser() {
    Button button = new Button(VaadinIcon.GRID_H.create());
    button.setId(id + "-columns");
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
    String title = Workspace.current().text("ui.list.columns");
    button.setAriaLabel(title);
    button.setTooltipText(title);
    button.addClassName("kt-wide-only");
    Popover popover = new Popover();
    popover.setTarget(button);
    popover.setAriaLabel(title);
    popover.setPosition(PopoverPosition.BOTTOM_END);
    popover.addOpenedChangeListener(
        event -> {
          popover.removeAll();
          if (event.isOpened()) {
            popover.add(choices());
          }
        });
    Div both = new Div(button, popover);
    both.getStyle().set("display", "contents");
    return both;
  }

  private Component choices() {
    Div list = new Div();
    list.addClassName("kt-choices");
    columns.forEach(
        (key, column) -> {
          Checkbox box = new Checkbox(column.title(), column.column.isVisible());
          box.setId(id + "-column-" + key);
          box.addValueChangeListener(
              event -> {
                column.column.setVisible(event.getValue());
                keepColumns();
              });
          list.add(box);
        });
    return list;
  }

  private void keepColumns() {
    List<String> shown =
        grid.getColumns().stream()
            .filter(column -> columns.containsKey(column.getKey()) && column.isVisible())
            .map(Grid.Column::getKey)
            .toList();
    Workspace.current().keep("list." + id + ".columns", String.join(",", shown));
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    if (event.isInitialAttach()) {
      complete();
    }
    width = Workspace.current().onWidth(this::fit);
  }

  @Override
  protected void onDetach(DetachEvent event) {
    if (width != null) {
      width.remove();
      width = null;
    }
    super.onDetach(event);
  }

  private void complete() {
    Workspace workspace = Workspace.current();
    columns.forEach((key, column) -> column.column.setHeader(column.title()));
    if (cardMaker != null) {
      card =
          grid.addColumn(new ComponentRenderer<>(row -> cardMaker.apply(row)))
              .setKey(CARD)
              .setFlexGrow(1);
      card.setVisible(false);
    }
    order(recalled(workspace));
    select();
    grid.sort(sortOrders());
    completed = true;
    grid.addSortListener(
        event -> {
          if (event.isFromClient()) {
            sort = event.getSortOrder().isEmpty() ? null : text(event.getSortOrder().get(0));
            sorted.accept(sort);
          }
        });
    grid.addColumnReorderListener(event -> keepColumns());
    grid.addCellFocusListener(event -> event.getItem().ifPresent(this::choose));
    grid.addItemClickListener(
        event -> {
          choose(event.getItem());
          if (card != null && card.isVisible()) {
            opened.accept(event.getItem());
          }
        });
    grid.addItemDoubleClickListener(event -> opened.accept(event.getItem()));
    grid.getElement()
        .addEventListener("keydown", event -> open())
        .setFilter(
            "event.key === 'Enter' && !event.ctrlKey"
                + " && !event.composedPath().some(e => e.tagName === 'A' || e.tagName === 'BUTTON')");
  }

  private void select() {
    if (multiSelect) {
      ((GridMultiSelectionModel<T>) grid.setSelectionMode(Grid.SelectionMode.MULTI))
          .setSelectionColumnFrozen(true);
      grid.getElement().executeJs(NAME_BOXES, Workspace.current().text("ui.list.select-row"));
      grid.addSelectionListener(event -> selected.accept(event.getAllSelectedItems()));
    } else {
      grid.setSelectionMode(Grid.SelectionMode.NONE);
    }
  }

  private List<GridSortOrder<T>> sortOrders() {
    if (sort == null) {
      return List.of();
    }
    boolean descending = sort.startsWith("-");
    String field = descending ? sort.substring(1) : sort;
    return columns.values().stream()
        .map(column -> column.column)
        .filter(Grid.Column::isSortable)
        .filter(
            column ->
                column
                    .getSortOrder(SortDirection.ASCENDING)
                    .anyMatch(order -> order.getSorted().equals(field)))
        .limit(1)
        .map(
            column ->
                new GridSortOrder<>(
                    column, descending ? SortDirection.DESCENDING : SortDirection.ASCENDING))
        .toList();
  }

  private String text(GridSortOrder<T> order) {
    return order
        .getSorted()
        .getSortOrder(order.getDirection())
        .findFirst()
        .map(
            field ->
                (field.getDirection() == SortDirection.DESCENDING ? "-" : "") + field.getSorted())
        .orElse(null);
  }

  private Set<String> recalled(Workspace workspace) {
    String kept = workspace.recall("list." + id + ".columns");
    if (kept == null || kept.isBlank()) {
      return Set.of();
    }
    Set<String> shown = new LinkedHashSet<>(Arrays.asList(kept.split(",")));
    shown.retainAll(columns.keySet());
    return shown;
  }

  private void order(Set<String> chosenColumns) {
    if (chosenColumns.isEmpty()) {
      columns.values().forEach(column -> column.column.setVisible(column.shown));
      return;
    }
    columns.forEach((key, column) -> column.column.setVisible(chosenColumns.contains(key)));
    List<Grid.Column<T>> order = new ArrayList<>();
    chosenColumns.forEach(key -> order.add(columns.get(key).column));
    grid.getColumns().stream().filter(column -> !order.contains(column)).forEach(order::add);
    grid.setColumnOrder(order);
  }

  private void fit(boolean narrow) {
    if (card == null || card.isVisible() == narrow) {
      return;
    }
    getContent().setClassName("kt-list-cards", narrow);
    card.setVisible(narrow);
    if (narrow) {
      columns.values().forEach(column -> column.column.setVisible(false));
    } else {
      order(recalled(Workspace.current()));
    }
  }

  private void choose(T row) {
    if (row != focused) {
      focused = row;
      chosen.accept(row);
    }
  }

  private void open() {
    if (focused != null) {
      opened.accept(focused);
    }
  }

  private final class Rows extends AbstractBackEndDataProvider<T, Void> {

    private static final long serialVersionUID = 1L;

    private final transient Function<T, ?> identity;

    Rows(Function<T, ?> identity) {
      this.identity = identity;
    }

    @Override
    protected Stream<T> fetchFromBackEnd(Query<T, Void> query) {
      return rows(query);
    }

    @Override
    protected int sizeInBackEnd(Query<T, Void> query) {
      throw new UnsupportedOperationException("The length of the list is not known");
    }

    @Override
    public Object getId(T row) {
      return identity.apply(row);
    }
  }
}
