package org.kartoteka.ui.internal.record;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import org.kartoteka.platform.api.history.ChangeView;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RelativeTime;

/** Who did what when, and the fields that changed. */
public final class HistoryItem extends ListItem {

  private final transient Workspace workspace = Workspace.current();

  /**
   * An act.
   *
   * @param what what was done, in words
   */
  public HistoryItem(
      String actor, String what, Instant at, List<FieldChange> changes, Words words) {
    Span who = new Span(actor);
    who.addClassName("kt-strong");
    RelativeTime time = new RelativeTime(at);
    time.addClassName("kt-muted");
    Div heading = new Div(who, new Span(what), time);
    heading.addClassName("kt-line");
    add(heading);
    changes.forEach(field -> add(line(field, words)));
  }

  /** A change of a record. */
  public static HistoryItem of(ChangeView change, Words words) {
    return new HistoryItem(
        change.actor(),
        Workspace.current().text("ui.history." + change.kind().name()),
        change.at(),
        change.changes(),
        words);
  }

  private Div line(FieldChange change, Words words) {
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
