package org.kartoteka.ui.internal.bulk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.List;
import org.kartoteka.core.api.bulk.BulkActView;
import org.kartoteka.core.api.bulk.BulkRefusalView;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.ui.api.Workspace;

/** How far a bulk act is, with cancel; what came of it, with undo. */
final class BulkProgress extends Dialog {

  private static final int SHOWN = 20;

  private final transient BulkDesk desk;
  private final transient Workspace workspace;
  private final transient Runnable afterwards;
  private final ProgressBar bar = new ProgressBar();
  private final Span progress = new Span();
  private final Div outcome = new Div();
  private final Button cancel = new Button();
  private final Button undo = new Button();
  private final Button close = new Button();
  private transient BulkActView act;

  private BulkProgress(BulkDesk desk, Workspace workspace, Runnable afterwards) {
    this.desk = desk;
    this.workspace = workspace;
    this.afterwards = afterwards;
    setId("bulk-progress");
    setWidth("30rem");
    setMaxWidth("100%");
    setCloseOnOutsideClick(false);
    bar.setId("bulk-bar");
    progress.setId("bulk-done");
    progress.addClassName("kt-number");
    progress.getElement().setAttribute("role", "status");
    outcome.addClassName("kt-bulk-preview");
    cancel.setText(workspace.text("ui.bulk.cancel"));
    cancel.setId("bulk-cancel");
    cancel.addClickListener(event -> act(() -> desk.acts().cancel(act.id())));
    undo.setText(workspace.text("ui.undo"));
    undo.setId("bulk-undo");
    undo.addClickListener(event -> act(() -> follow(desk.acts().undo(act.id()))));
    close.setText(workspace.text("ui.bulk.close"));
    close.setId("bulk-close");
    close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    close.addClickListener(event -> close());
    add(bar, progress, outcome);
    getFooter().add(cancel, undo, close);
  }

  static void open(BulkDesk desk, Workspace workspace, BulkActView act, Runnable afterwards) {
    BulkProgress dialog = new BulkProgress(desk, workspace, afterwards);
    dialog.open();
    dialog.follow(act);
  }

  private void follow(BulkActView started) {
    show(started);
    desk.watch()
        .follow(
            outcome,
            () -> desk.acts().get(started.id()),
            seen -> {
              show(seen);
              boolean running = seen.state() == BulkActView.State.RUNNING;
              if (!running) {
                afterwards.run();
              }
              return running;
            });
  }

  private void show(BulkActView seen) {
    act = seen;
    boolean running = seen.state() == BulkActView.State.RUNNING;
    setHeaderTitle(
        workspace.text(
            seen.undoes() == null
                ? "ui.bulk.verb." + seen.order().verb().name()
                : "ui.bulk.undoing"));
    bar.setValue(seen.total() == 0 ? 1 : Math.min(1.0, (double) seen.done() / seen.total()));
    bar.setVisible(running);
    progress.setText(
        workspace.text(
            "ui.bulk.progress",
            workspace.formats().number(seen.done()),
            workspace.formats().number(seen.total())));
    cancel.setVisible(running);
    undo.setVisible(!running && seen.undoes() == null && seen.changed() > 0);
    close.setEnabled(!running);
    outcome.removeAll();
    if (!running) {
      outcome(seen);
    }
  }

  private void outcome(BulkActView seen) {
    line("ui.bulk.changed", seen.changed());
    if (seen.unchanged() > 0) {
      line("ui.bulk.unchanged", seen.unchanged());
    }
    if (seen.state() == BulkActView.State.CANCELLED) {
      outcome.add(new Span(workspace.text("ui.bulk.cancelled")));
    }
    if (seen.problem() != null) {
      outcome.add(new Span(workspace.text(seen.problem())));
    }
    if (seen.refused() > 0) {
      line(seen.undoes() == null ? "ui.bulk.refused" : "ui.bulk.kept", seen.refused());
      List<BulkRefusalView> refusals =
          desk.acts().refusals(seen.id(), PageRequest.first(SHOWN)).items();
      for (BulkRefusalView refusal : refusals) {
        Anchor party =
            new Anchor(
                "parties/" + refusal.partyId().value(),
                refusal.partyName() == null
                    ? "#" + refusal.partyId().value()
                    : refusal.partyName());
        party.getElement().setAttribute("router-link", true);
        Span reason = new Span(refusal.reason());
        reason.addClassName("kt-muted");
        Div line = new Div(party, reason);
        line.addClassName("kt-line");
        outcome.add(line);
      }
    }
  }

  private void line(String key, long number) {
    outcome.add(new Span(workspace.text(key, number, workspace.formats().number(number))));
  }

  private void act(Runnable what) {
    try {
      what.run();
    } catch (Problem problem) {
      workspace.problem(problem);
    }
  }
}
