package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.function.Consumer;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.sales.RunState;
import org.kartoteka.sales.RunView;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.Links;

/** How far a run is; follows it until it ends. */
final class RunProgress extends Div {

  private final transient SalesDesk desk;
  private final transient Workspace workspace;
  private final transient RunView run;
  private final ProgressBar bar = new ProgressBar();
  private final Span figures = new Span();
  private final Button stop;

  /**
   * A panel of a run at work.
   *
   * @param ended called when it is not at work any more
   */
  RunProgress(SalesDesk desk, Workspace workspace, RunView run, Consumer<RunView> ended) {
    this.desk = desk;
    this.workspace = workspace;
    this.run = run;
    setId("run-progress");
    addClassNames("kt-panel", "kt-import-progress");
    bar.setId("run-bar");
    bar.getElement()
        .setAttribute(
            "aria-label",
            workspace.text("sales.run.progress", workspace.formats().date(run.day())));
    figures.setId("run-figures");
    figures.addClassName("kt-number");
    stop = Links.quiet("run-stop", workspace.text("sales.run.stop"), "vaadin:stop", this::stop);
    Span title =
        new Span(workspace.text("sales.run.progress", workspace.formats().date(run.day())));
    title.addClassName("kt-strong");
    Div heading =
        new Div(
            title,
            figures,
            Links.to("sales/documents?run=" + run.id().value(), workspace.text("sales.run.show")),
            stop);
    heading.addClassName("kt-toolbar");
    add(heading, bar);
    show(run);
    desk.watch()
        .follow(
            this,
            () -> desk.runs().get(run.id()),
            seen -> {
              show(seen);
              boolean working = seen.state() == RunState.RUNNING;
              if (!working) {
                ended.accept(seen);
              }
              return working;
            });
  }

  private void show(RunView seen) {
    bar.setIndeterminate(seen.done() == 0);
    bar.setValue(seen.parties() == 0 ? 0 : Math.min(1.0, (double) seen.done() / seen.parties()));
    figures.setText(
        workspace.text(
            "sales.run.figures",
            workspace.formats().number(seen.done()),
            workspace.formats().number(seen.parties()),
            workspace.formats().number(seen.documents())));
  }

  private void stop() {
    stop.setEnabled(false);
    try {
      desk.runs().stop(run.id());
    } catch (Problem problem) {
      stop.setEnabled(true);
      workspace.problem(problem);
    }
  }
}
