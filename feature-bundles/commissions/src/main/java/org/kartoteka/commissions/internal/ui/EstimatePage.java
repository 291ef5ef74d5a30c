package org.kartoteka.commissions.internal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import org.kartoteka.commissions.DealEstimate;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.PageTitle;

/** What a deal that is not closed yet would bring whoever asks. */
final class EstimatePage extends Div {

  private final transient Workspace workspace;
  private final transient Words words;
  private final Div answer = new Div();

  EstimatePage(Desk desk, Visit visit) {
    workspace = visit.workspace();
    words = new Words(desk, workspace);
    addClassName("kt-page");
    visit.title(workspace.text(RoomTab.ESTIMATE.titleKey()));
    IdeaForm form = new IdeaForm(workspace);
    form.saveButton().setText(workspace.text("commissions.estimate.ask"));
    form.onSave(
        () -> {
          show(desk.dryRuns().estimate(form.idea()));
          form.unchanged();
        });
    form.onLeave(() -> visit.navigate(RoomTab.ACCRUALS.address()));
    answer.setId("estimate-answer");
    answer.addClassName("kt-aside");
    Div split = new Div(form, answer);
    split.addClassName("kt-columns");
    add(new PageTitle(workspace.text("commissions.title")), RoomTab.ESTIMATE.strip(visit), split);
  }

  private void show(DealEstimate estimate) {
    answer.removeAll();
    answer.add(new H2(words.money(estimate.total())));
    if (estimate.plan() == null) {
      answer.add(new Paragraph(workspace.text("commissions.estimate.no-plan")));
    }
    for (DealEstimate.Part part : estimate.parts()) {
      answer.add(
          new H3(
              part.rule()
                  + ": "
                  + words.money(part.amount())
                  + " ("
                  + words.of(part.trigger())
                  + ")"),
          Words.listed(part.sentences()));
    }
  }
}
