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
    add(heading, bar, problem, counts);
    show(view);
    if (view.state() == ImportView.State.RUNNING) {
      desk.watch()
          .follow(
              this,
              () -> desk.imports().find(view.id()),
              seen -> {
                show(seen);
                boolean running = seen.state() == ImportView.State.RUNNING;
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
    pills.removeAll();
    pills.add(words.pills(seen));
    rows.setText(words.progress(seen));
    bar.setVisible(running);
    bar.setIndeterminate(running && (seen.rows() == null || seen.rows() == 0));
    if (seen.rows() != null && seen.rows() > 0) {
      bar.setValue(Math.min(1.0, (double) seen.done() / seen.rows()));
    }
    cancel.setVisible(running);
    problem.removeAll();
    if (seen.problem() != null) {
      problem.add(ErrorBox.of(seen.problem()));
    }
    counts.removeAll();
    for (RowOutcome.Kind kind : RowOutcome.Kind.values()) {
      counts.add(count(kind));
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
