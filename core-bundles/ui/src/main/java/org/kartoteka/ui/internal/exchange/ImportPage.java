package org.kartoteka.ui.internal.exchange;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import org.kartoteka.platform.api.exchange.ImportView;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.AskDialog;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.internal.record.ActionButton;
import org.kartoteka.ui.internal.record.Words;

/** One import: its progress while it runs, then what came of its rows. */
final class ImportPage extends Div {

  private final transient ImportDesk desk;
  private final transient Workspace workspace;
  private final Div progress = new Div();
  private final Div outcome = new Div();

  ImportPage(ImportDesk desk, Visit visit, ImportView view) {
    this.desk = desk;
    workspace = visit.workspace();
    ImportWords words = new ImportWords(workspace);
    addClassNames("kt-page", "kt-page-scroll");
    visit.title(view.fileName());
    Anchor all = new Anchor("import", workspace.text("ui.import.title"));
    all.setId("import-back");
    all.getElement().setAttribute("router-link", true);
    Nav back = new Nav(all);
    back.addClassName("kt-muted");
    PageTitle title =
        new PageTitle(
            view.fileName(),
            new ActionButton(
                "import-another",
                workspace.text("ui.import.another"),
                "vaadin:plus",
                () -> visit.navigate("import?type=" + view.type())));
    title.count(words.type(view.type()));
    Paragraph who =
        new Paragraph(
            Words.joined(
                " · ",
                workspace.text(
                    "ui.import.started",
                    view.startedBy(),
                    workspace.formats().dateTime(view.startedAt())),
                view.dryRun() ? workspace.text("ui.import.trial.explanation") : null));
    who.addClassName("kt-muted");
    outcome.addClassName("kt-import-outcome");
    add(back, title, who);
    add(progress, outcome);
    show(view);
  }

  private void show(ImportView view) {
    outcome.removeAll();
    progress.removeAll();
    progress.add(
        new ProgressPanel(
            desk,
            workspace,
            view,
            ended -> {
              if (mayUndo(ended)) {
                outcome.add(undoButton(ended));
              }
              outcome.add(new OutcomeList(desk, workspace, ended));
            }));
  }

  private boolean mayUndo(ImportView view) {
    boolean again = view.undo() != null && view.undo().state() == ImportView.State.FAILED;
    return (view.canBeUndone() || again)
        && desk.imports().importers().stream()
            .anyMatch(one -> one.type().equals(view.type()) && one.undoes());
  }

  private Div undoButton(ImportView view) {
    long written = view.created() + view.updated();
    ActionButton button =
        new ActionButton(
            "import-undo",
            workspace.text("ui.import.undo"),
            "vaadin:arrow-backward",
            () ->
                new AskDialog(
                        "import-undo-dialog",
                        workspace.text("ui.import.undo.title", view.fileName()),
                        workspace.text(
                            "ui.import.undo.explanation",
                            written,
                            workspace.formats().number(written)),
                        workspace.text("ui.import.undo"),
                        () -> show(desk.imports().undo(view.id())))
                    .open());
    Div bar = new Div(button);
    bar.addClassName("kt-toolbar");
    return bar;
  }
}
