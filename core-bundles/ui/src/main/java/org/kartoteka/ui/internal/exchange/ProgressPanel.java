package org.kartoteka.ui.internal.exchange;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.function.Consumer;
import org.kartoteka.platform.api.exchange.ImportView;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.ErrorBox;
import org.kartoteka.ui.internal.record.ActionButton;

/** How far an import is and what came of its rows; follows it until it ends. */
final class ProgressPanel extends Div {

  private final transient ImportDesk desk;
  private final transient Workspace workspace;
  private final transient ImportWords words;
  private final ProgressBar bar = new ProgressBar();
  private final Span rows = new Span();
  private final Div pills = new Div();
  private final Div problem = new Div();
  private final Div resumed = new Div();
  private final Div undone = new Div();
  private final DescriptionList counts = new DescriptionList();
  private final ActionButton cancel;
  private transient ImportView view;

  /**
   * A panel.
   *
   * @param ended called when the import has ended, at once when it has ended already
   */
  ProgressPanel(ImportDesk desk, Workspace workspace, ImportView view, Consumer<ImportView> ended) {
    this.desk = desk;
    this.workspace = workspace;
    this.view = view;
    words = new ImportWords(workspace);
    setId("import-progress");
    addClassNames("kt-panel", "kt-import-progress");
    bar.setId("import-bar");
    bar.getElement().setAttribute("aria-label", workspace.text("ui.import.progress"));
    rows.setId("import-rows");
    rows.addClassName("kt-number");
    counts.setId("import-counts");
    counts.addClassName("kt-counts");
    cancel =
        new ActionButton(
            "import-cancel", workspace.text("ui.import.cancel"), "vaadin:stop", this::cancel);
    Div heading = new Div(pills, rows, cancel);
    heading.addClassName("kt-toolbar");
    resumed.setId("import-resumed");
    resumed.addClassNames("kt-notice", "kt-wrap");
    undone.setId("import-undone");
    undone.addClassNames("kt-notice", "kt-wrap");
    add(heading, bar, resumed, undone, problem, counts);
    show(view);
    if (view.busy()) {
      desk.watch()
          .follow(
              this,
              () -> desk.imports().find(view.id()),
              seen -> {
                show(seen);
                boolean running = seen.busy();
                if (!running) {
                  ended.accept(seen);
                }
                return running;
              });
    } else {
      ended.accept(view);
    }
  }

  private void show(ImportView seen) {
    view = seen;
    boolean running = seen.state() == ImportView.State.RUNNING;
    ImportView.Undo undo = seen.undo();
    pills.removeAll();
    pills.add(words.pills(seen));
    rows.setText(words.progress(seen));
    bar.setVisible(seen.busy());
    bar.setIndeterminate(running && (seen.rows() == null || seen.rows() == 0));
    if (undo != null) {
      bar.setValue(undo.rows() == 0 ? 0 : Math.min(1.0, (double) undo.done() / undo.rows()));
    } else if (seen.rows() != null && seen.rows() > 0) {
      bar.setValue(Math.min(1.0, (double) seen.done() / seen.rows()));
    }
    cancel.setVisible(running);
    tellResumed(seen);
    tellUndo(undo);
    problem.removeAll();
    if (seen.problem() != null) {
      problem.add(ErrorBox.of(seen.problem()));
    }
    counts.removeAll();
    for (RowOutcome.Kind kind : RowOutcome.Kind.values()) {
      counts.add(count(kind));
    }
  }

  private void tellResumed(ImportView seen) {
    resumed.setVisible(seen.resumedAt() != null);
    if (seen.resumedAt() != null) {
      resumed.setText(
          workspace.text("ui.import.resumed", workspace.formats().dateTime(seen.resumedAt())));
    }
  }

  private void tellUndo(ImportView.Undo undo) {
    undone.setVisible(undo != null);
    if (undo != null) {
      undone.setText(
          workspace.text(
              "ui.import.undo." + undo.state().name(),
              workspace.formats().number(undo.removed()),
              workspace.formats().number(undo.restored()),
              workspace.formats().number(undo.kept()),
              undo.startedBy(),
              workspace.formats().number(undo.done()),
              workspace.formats().number(undo.rows())));
    }
  }

  private Div count(RowOutcome.Kind kind) {
    long number = ImportWords.number(view, kind);
    DescriptionList.Description figure =
        new DescriptionList.Description(workspace.formats().number(number));
    figure.setId("import-count-" + kind.name());
    Div count = new Div();
    count.add(new DescriptionList.Term(words.outcome(kind, view.dryRun())), figure);
    count.setClassName("bad", kind == RowOutcome.Kind.REFUSED && number > 0);
    return count;
  }

  private void cancel() {
    cancel.setVisible(false);
    try {
      desk.imports().cancel(view.id());
    } catch (Problem refused) {
      workspace.problem(refused);
    }
  }
}
