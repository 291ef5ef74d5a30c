package org.kartoteka.ui.internal.handover;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import org.kartoteka.core.api.handover.HandoverView;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.platform.api.problem.ProofNeeded;
import org.kartoteka.ui.api.Workspace;

/** How far a hand-over is, and what came of it, with undo. */
final class HandoverProgress extends Dialog {

  private final transient HandoverDesk desk;
  private final transient Workspace workspace;
  private final transient HandoverWords words;
  private final ProgressBar bar = new ProgressBar();
  private final Div outcome = new Div();
  private final Button undo = new Button();
  private transient HandoverView handover;

  private HandoverProgress(HandoverDesk desk, Workspace workspace) {
    this.desk = desk;
    this.workspace = workspace;
    this.words = new HandoverWords(desk, workspace);
    setId("handover-progress");
    setWidth("30rem");
    setMaxWidth("100%");
    bar.setIndeterminate(true);
    outcome.setId("handover-outcome");
    outcome.addClassName("kt-bulk-preview");
    outcome.getElement().setAttribute("role", "status");
    undo.setText(workspace.text("ui.undo"));
    undo.setId("handover-undo");
    undo.addClickListener(event -> undo());
    Button close = new Button(workspace.text("ui.bulk.close"), event -> close());
    close.setId("handover-close");
    close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(bar, outcome);
    getFooter().add(undo, close);
  }

  static void open(HandoverDesk desk, Workspace workspace, HandoverView handover) {
    HandoverProgress dialog = new HandoverProgress(desk, workspace);
    dialog.setHeaderTitle(
        workspace.text("ui.handover.of", desk.colleagues().name(handover.fromId())));
    dialog.open();
    dialog.follow(handover);
  }

  private void follow(HandoverView started) {
    show(started);
    desk.watch()
        .follow(
            outcome,
            () -> desk.handovers().get(started.id()),
            seen -> {
              show(seen);
              return runs(seen);
            });
  }

  private static boolean runs(HandoverView seen) {
    return seen.parts().stream().anyMatch(part -> part.state() == HandoverView.State.RUNNING);
  }

  private void show(HandoverView seen) {
    handover = seen;
    boolean runs = runs(seen);
    bar.setVisible(runs);
    undo.setVisible(!runs && seen.undoneAt() == null);
    outcome.removeAll();
    outcome.add(new Span(words.line(seen)));
    if (!runs && seen.parts().stream().allMatch(HandoverProgress::isEmpty)) {
      outcome.add(new Span(workspace.text("ui.handover.nothing")));
    }
    for (HandoverView.Part part : seen.parts()) {
      if (isEmpty(part)) {
        continue;
      }
      if (part.state() != HandoverView.State.WAITING) {
        line("ui.handover.given", part.kind(), part.given());
      }
      if (seen.undoneAt() != null) {
        line("ui.handover.back", part.kind(), part.back());
      }
      if (part.kept() > 0) {
        line("ui.handover.kept", part.kind(), part.kept());
      }
      if (part.state() == HandoverView.State.WAITING) {
        outcome.add(new Span(workspace.text("ui.handover.waiting", words.kind(part.kind()))));
      }
      if (part.state() == HandoverView.State.FAILED) {
        outcome.add(new Span(workspace.text("bulk.problem.unexpected")));
      }
    }
  }

  /** Whether there was nothing of this kind. */
  private static boolean isEmpty(HandoverView.Part part) {
    return part.state() == HandoverView.State.DONE && part.given() == 0;
  }

  private void line(String key, String kind, long number) {
    outcome.add(new Span(workspace.text(key, words.records(kind, number))));
  }

  private void undo() {
    try {
      follow(desk.handovers().undo(handover.id()));
    } catch (ProofNeeded old) {
      workspace.prove(this::undo);
    } catch (Problem problem) {
      workspace.problem(problem);
    }
  }
}
