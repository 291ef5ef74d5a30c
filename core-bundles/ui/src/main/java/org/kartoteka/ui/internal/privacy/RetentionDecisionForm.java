package org.kartoteka.ui.internal.privacy;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.stream.Collectors;
import org.kartoteka.core.api.retention.RetentionDecision;
import org.kartoteka.core.api.retention.RetentionOutcome;
import org.kartoteka.core.api.retention.RetentionReviewId;
import org.kartoteka.core.api.retention.RetentionReviews;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;

/** What becomes of the selected records, and why. */
final class RetentionDecisionForm {

  private RetentionDecisionForm() {}

  static void open(
      RetentionReviews reviews,
      Workspace workspace,
      List<RetentionReviewId> selected,
      boolean erase,
      Runnable afterwards) {
    RecordForm form = new RecordForm("retention-decision-form");
    if (erase) {
      form.place(new Span(workspace.text("ui.retention.erase.why")));
    }
    DateField until = erase ? null : form.field("until", "ui.retention.until", new DateField());
    TextArea reason = form.field("reason", "ui.retention.reason", new TextArea());
    reason.setRequiredIndicatorVisible(true);
    SidePanel panel =
        new SidePanel(
            workspace.text(
                erase ? "ui.retention.erase.title" : "ui.retention.keep.title",
                selected.size(),
                workspace.formats().number(selected.size())),
            form);
    panel.setId("retention-decision-panel");
    form.saveButton().setText(workspace.text(erase ? "ui.retention.erase" : "ui.retention.keep"));
    form.unchanged();
    form.onSave(
        () -> {
          RetentionDecision decision =
              erase
                  ? RetentionDecision.erase(reason.getValue())
                  : RetentionDecision.keep(until.getValue(), reason.getValue());
          List<RetentionOutcome> outcomes = reviews.decide(selected, decision);
          form.unchanged();
          panel.close();
          workspace.done(words(workspace, outcomes));
          afterwards.run();
        });
    panel.open();
  }

  private static String words(Workspace workspace, List<RetentionOutcome> outcomes) {
    List<RetentionOutcome> refused = outcomes.stream().filter(outcome -> !outcome.done()).toList();
    return refused.isEmpty()
        ? workspace.text(
            "ui.retention.done", outcomes.size(), workspace.formats().number(outcomes.size()))
        : workspace.text(
            "ui.retention.refused",
            refused.size(),
            outcomes.size(),
            refused.stream()
                .map(RetentionOutcome::problem)
                .distinct()
                .collect(Collectors.joining(" ")));
  }
}
