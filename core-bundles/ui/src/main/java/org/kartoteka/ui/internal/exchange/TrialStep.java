package org.kartoteka.ui.internal.exchange;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import org.kartoteka.platform.api.exchange.ImportView;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.ErrorBox;

/** What would come of each row, before anything is written. */
final class TrialStep extends Div {

  private final transient Workspace workspace = Workspace.current();
  private final Div problem = new Div();
  private final Div buttons = new Div();

  TrialStep(ImportWizard wizard, ImportDesk desk, ImportView view) {
    addClassName("kt-import-outcome");
    Div outcome = new Div();
    outcome.addClassName("kt-import-outcome");
    buttons.addClassName("kt-form-actions");
    Button back = new Button(workspace.text("ui.import.back"), event -> wizard.columns());
    back.setId("import-columns-again");
    Button start = new Button(workspace.text("ui.import.start"), event -> wizard.startTried(this));
    start.setId("import-start");
    start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    start.setVisible(false);
    buttons.add(back, start);
    add(
        new ProgressPanel(
            desk,
            workspace,
            view,
            ended -> {
              outcome.add(new OutcomeList(desk, workspace, ended));
              start.setVisible(ended.created() + ended.updated() > 0);
              start.setText(
                  workspace.text(
                      "ui.import.start-number",
                      ended.created() + ended.updated(),
                      workspace.formats().number(ended.created() + ended.updated())));
            }));
    add(outcome, problem, buttons);
  }

  /** The import is being started: nothing more can be pressed. */
  void starting() {
    problem.removeAll();
    buttons.setEnabled(false);
  }

  /** It was refused. */
  void refused(Problem why) {
    buttons.setEnabled(true);
    problem.removeAll();
    problem.add(new ErrorBox(why));
  }

  /** Starting failed: it may be tried again. */
  void failed() {
    buttons.setEnabled(true);
  }
}
