package org.kartoteka.contracts.internal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Collectors;
import org.kartoteka.contracts.ContractView;
import org.kartoteka.contracts.Contracts;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.history.ChangeView;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RelativeTime;

/** Who changed what of a contract. */
final class ChangesPanel extends Div {

  private static final int SHOWN = 20;

  ChangesPanel(ContractDesk desk, Workspace workspace, ContractView contract) {
    Words words = new Words(desk, workspace);
    addClassName("kt-panel");
    setId("contract-history");
    add(new H2(workspace.text("contracts.history")));
    String id = Long.toString(contract.id().value());
    for (ChangeView change :
        desk.history().of(Contracts.TYPE, id, PageRequest.first(SHOWN)).items()) {
      Span who = new Span(change.actor());
      who.addClassName("kt-strong");
      RelativeTime time = new RelativeTime(change.at());
      time.addClassName("kt-muted");
      Span what =
          new Span(
              change.changes().stream()
                  .map(field -> words.title(field.field()) + ": " + text(field, words))
                  .collect(Collectors.joining("; ")));
      Div heading = new Div(who, time);
      heading.addClassName("kt-line");
      Div entry = new Div(heading, what);
      entry.addClassName("kt-line-block");
      entry.getStyle().set("padding-block", "0.25rem");
      add(entry);
    }
  }

  private static String text(FieldChange change, Words words) {
    String before = words.written(change.field(), change.before());
    String after = words.written(change.field(), change.after());
    return before.isEmpty() ? after : before + " → " + (after.isEmpty() ? "–" : after);
  }
}
