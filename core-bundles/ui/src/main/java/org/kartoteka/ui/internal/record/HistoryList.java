package org.kartoteka.ui.internal.record;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.function.Function;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.history.ChangeView;
import org.kartoteka.ui.api.Workspace;

/**
 * What happened, the latest first, more on request.
 *
 * @param <T> what happens
 */
public final class HistoryList<T> extends Div {

  private static final int PAGE = 20;

  private final transient Function<PageRequest, Page<T>> source;
  private final transient Function<T, ListItem> item;
  private final OrderedList list = new OrderedList();
  private final Button more = new Button();
  private final Span none = new Span();
  private String next;

  public HistoryList(Function<PageRequest, Page<T>> source, Function<T, ListItem> item) {
    this.source = source;
    this.item = item;
    Workspace workspace = Workspace.current();
    setId("history");
    list.addClassName("kt-timeline");
    none.setText(workspace.text("ui.history.none"));
    more.setText(workspace.text("ui.list.more"));
    more.setId("history-more");
    more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    more.addClickListener(event -> read());
    add(list, none, more);
    read();
  }

  /** Who changed what of a record. */
  public static HistoryList<ChangeView> of(
      Function<PageRequest, Page<ChangeView>> source, Words words) {
    return new HistoryList<>(source, change -> HistoryItem.of(change, words));
  }

  /** Begins anew, for something else is wanted. */
  public void restart() {
    list.removeAll();
    next = null;
    read();
  }

  private void read() {
    Page<T> page = source.apply(new PageRequest(PAGE, next, null));
    page.items().forEach(one -> list.add(item.apply(one)));
    next = page.next();
    more.setVisible(next != null);
    none.setVisible(list.getChildren().findAny().isEmpty());
  }
}
