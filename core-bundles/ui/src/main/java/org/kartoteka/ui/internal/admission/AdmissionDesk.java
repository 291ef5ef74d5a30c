package org.kartoteka.ui.internal.admission;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.kartoteka.core.api.admission.AdmissionState;
import org.kartoteka.core.api.admission.AdmissionView;
import org.kartoteka.core.api.admission.Admissions;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.StatusPill;
import org.kartoteka.ui.internal.record.ActionButton;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What cards show of the admission of their party. */
@Component(service = AdmissionDesk.class)
public class AdmissionDesk {

  private final Admissions admissions;

  @Activate
  public AdmissionDesk(@Reference Admissions admissions) {
    this.admissions = admissions;
  }

  Admissions admissions() {
    return admissions;
  }

  /**
   * A line that says how the admission of a party stands, with what can be done; empty when there
   * is nothing to say.
   *
   * @param afterwards when something was decided
   */
  public Optional<Div> banner(PartyId party, Workspace workspace, Runnable afterwards) {
    return admissions
        .of(party)
        .filter(review -> review.state() != AdmissionState.ADMITTED)
        .map(review -> banner(review, workspace, afterwards));
  }

  private Div banner(AdmissionView review, Workspace workspace, Runnable afterwards) {
    boolean pending = review.state() == AdmissionState.PENDING;
    Div banner = new Div(pill(review.state(), workspace));
    banner.setId("admission-banner");
    banner.addClassNames("kt-standing", pending ? "kt-standing-warn" : "kt-standing-bad");
    banner.getElement().setAttribute("role", "status");
    Span text =
        new Span(
            pending
                ? workspace.text(
                    "ui.admission.asked",
                    review.askedBy(),
                    workspace.formats().ago(review.askedAt()))
                : workspace.text(
                    "ui.admission.refused-by",
                    review.decidedBy(),
                    workspace.formats().ago(review.decidedAt()),
                    review.reason()));
    banner.add(text);
    if (pending && workspace.may("core.admission.decide")) {
      banner.add(
          new ActionButton(
              "admission-decide",
              workspace.text("ui.admission.decide"),
              "vaadin:gavel",
              () ->
                  AdmissionForm.open(
                      admissions, workspace, review.partyId(), review.partyName(), afterwards)));
    }
    if (!pending && workspace.may("core.party.status")) {
      banner.add(
          new ActionButton(
              "admission-ask",
              workspace.text("ui.admission.ask"),
              "vaadin:refresh",
              () ->
                  AdmissionForm.ask(
                      admissions, workspace, review.partyId(), review.partyName(), afterwards)));
    }
    return banner;
  }

  static StatusPill pill(AdmissionState state, Workspace workspace) {
    StatusPill.Tone tone =
        switch (state) {
          case PENDING -> StatusPill.Tone.WARN;
          case ADMITTED -> StatusPill.Tone.GOOD;
          case REFUSED -> StatusPill.Tone.BAD;
        };
    return new StatusPill(workspace.text("party.admission." + state.name()), tone);
  }
}
