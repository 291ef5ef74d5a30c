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
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RelativeTime;

/** Who changed what, the latest first, more on request. */
public final class HistoryList extends Div {

  private static final int PAGE = 20;

  private final transient Function<PageRequest, Page<ChangeView>> source;
  private final transient Words words;
  private final transient Workspace workspace = Workspace.current();
  private final OrderedList list = new OrderedList();
  private final Button more = new Button();
  private String next;

  public HistoryList(Function<PageRequest, Page<ChangeView>> source, Words words) {
    this.source = source;
    this.words = words;
    setId("history");
    list.addClassName("kt-timeline");
    more.setText(workspace.text("ui.list.more"));
    more.setId("history-more");
    more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    more.addClickListener(event -> read());
    add(list, more);
    read();
  }

  private void read() {
    Page<ChangeView> page = source.apply(new PageRequest(PAGE, next, null));
    page.items().forEach(change -> list.add(item(change)));
    next = page.next();
    more.setVisible(next != null);
    if (list.getChildren().findAny().isEmpty()) {
      add(new Span(workspace.text("ui.history.none")));
    }
  }

  private ListItem item(ChangeView change) {
    Span actor = new Span(change.actor());
    actor.addClassName("kt-strong");
    RelativeTime time = new RelativeTime(change.at());
    time.addClassName("kt-muted");
    Div heading =
        new Div(actor, new Span(workspace.text("ui.history." + change.kind().name())), time);
    heading.addClassName("kt-line");
    ListItem item = new ListItem(heading);
    change.changes().forEach(field -> item.add(line(field)));
    return item;
  }

  private Div line(FieldChange change) {
    Span title = new Span(words.title(change.field()) + ":");
    title.addClassName("kt-muted");
    Div line = new Div(title);
    line.addClassName("kt-change");
    if (change.before() != null && !change.before().isBlank()) {
      Span before = new Span(words.value(change.field(), change.before()));
      before.addClassName("kt-before");
      line.add(before);
    }
    line.add(
        new Span(
            change.after() == null || change.after().isBlank()
                ? workspace.text("ui.value.none")
                : words.value(change.field(), change.after())));
    return line;
  }
}
