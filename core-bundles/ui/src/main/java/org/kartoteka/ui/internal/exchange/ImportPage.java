package org.kartoteka.ui.internal.exchange;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import org.kartoteka.platform.api.exchange.ImportView;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.internal.record.ActionButton;
import org.kartoteka.ui.internal.record.Words;

/** One import: its progress while it runs, then what came of its rows. */
final class ImportPage extends Div {

  ImportPage(ImportDesk desk, Visit visit, ImportView view) {
    Workspace workspace = visit.workspace();
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
    Div outcome = new Div();
    outcome.addClassName("kt-import-outcome");
    add(back, title, who);
    add(
        new ProgressPanel(
            desk,
            workspace,
            view,
            ended -> {
              outcome.removeAll();
              outcome.add(new OutcomeList(desk, workspace, ended));
            }));
    add(outcome);
  }
}
