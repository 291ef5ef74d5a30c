package org.kartoteka.contracts.internal.ui;

import com.vaadin.flow.component.textfield.TextField;
import org.kartoteka.contracts.OriginalData;
import org.kartoteka.contracts.OriginalView;
import org.kartoteka.contracts.internal.data.ContractPermissions;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;

/** Where a signed paper is. */
final class OriginalForm extends RecordForm {

  private final TextField holder = Fields.line(300);
  private final DateField asked = new DateField();
  private final DateField received = new DateField();
  private final TextField place = Fields.line(300);

  private OriginalForm(OriginalView paper) {
    super("original-form");
    field("holder", "contracts.original.holder", holder);
    known("askedOn", "contracts.original.askedOn", asked);
    known("receivedOn", "contracts.original.receivedOn", received);
    row(asked, received);
    field("place", "contracts.original.place", place);
    holder.setValue(Fields.orEmpty(paper.holder()));
    asked.setValue(paper.askedOn());
    received.setValue(paper.receivedOn());
    place.setValue(Fields.orEmpty(paper.place()));
  }

  /** What became of a paper so far. */
  static String state(Workspace workspace, OriginalView paper) {
    if (paper.receivedOn() != null) {
      return workspace.text(
          "contracts.original.received", workspace.formats().date(paper.receivedOn()));
    }
    return paper.askedOn() == null
        ? workspace.text("contracts.original.missing")
        : workspace.text("contracts.original.asked", workspace.formats().date(paper.askedOn()));
  }

  /** Writes down where a paper is; without the right to it the form only shows it. */
  static void edit(
      ContractDesk desk, Workspace workspace, OriginalView paper, Runnable afterwards) {
    OriginalForm form = new OriginalForm(paper);
    SidePanel panel =
        SidePanel.open(
            "original-panel", workspace.text("contracts.original.of", paper.title()), form);
    form.onSave(
        () -> {
          desk.originals()
              .track(
                  paper.id(),
                  ExpectedRevision.of(paper.revision()),
                  new OriginalData(
                      Fields.text(form.holder),
                      form.asked.getValue(),
                      form.received.getValue(),
                      Fields.text(form.place)));
          panel.close();
          workspace.done(workspace.text("ui.saved.notice"));
          afterwards.run();
        });
    form.saveButton().setVisible(workspace.may(ContractPermissions.CHANGE));
  }
}
