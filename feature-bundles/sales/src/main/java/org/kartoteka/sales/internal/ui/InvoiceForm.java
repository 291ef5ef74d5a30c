package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.sales.DocumentView;
import org.kartoteka.sales.InvoiceData;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.CurrencyPicker;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.Links;
import org.kartoteka.ui.api.component.PartyPicker;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.RemoveButton;
import org.kartoteka.ui.api.component.SidePanel;
import org.kartoteka.ui.api.component.UserPicker;

/** A draft of an invoice. */
final class InvoiceForm extends RecordForm {

  private static final String FIELDS = "sales.document.";

  private final PartyPicker party;
  private final DateField issuedOn = new DateField();
  private final DateField soldOn = new DateField();
  private final DateField dueOn = new DateField();
  private final CurrencyPicker currency;
  private final UserPicker salesperson;
  private final LineFields lines;
  private final TextArea note = Fields.lines();

  private InvoiceForm(SalesDesk desk, Workspace workspace) {
    super("invoice-form");
    party = new PartyPicker(null, desk.parties());
    currency = new CurrencyPicker(workspace.formats().locale());
    salesperson = new UserPicker(desk.users());
    lines = new LineFields(desk, workspace);
    field("partyId", FIELDS + "party", party);
    party.setRequiredIndicatorVisible(true);
    known("issuedOn", FIELDS + "issuedOn", issuedOn);
    known("soldOn", FIELDS + "soldOn", soldOn);
    row(issuedOn, soldOn);
    known("dueOn", FIELDS + "dueOn", dueOn);
    known("currency", FIELDS + "currency", currency);
    row(dueOn, currency);
    field("salespersonId", FIELDS + "salesperson", salesperson);
    place(lines);
    field("note", FIELDS + "note", note);
  }

  private void show(DocumentView document) {
    party.choose(document.partyId());
    party.setReadOnly(true);
    issuedOn.setValue(document.issuedOn());
    soldOn.setValue(document.soldOn());
    dueOn.setValue(document.dueOn());
    currency.setValue(document.currency());
    salesperson.setValue(document.salespersonId());
    note.setValue(Fields.orEmpty(document.note()));
    lines.show(document.data().lines());
  }

  private InvoiceData read() {
    return new InvoiceData(
        party.partyId(),
        issuedOn.getValue(),
        soldOn.getValue(),
        dueOn.getValue(),
        currency.getValue(),
        salesperson.getValue(),
        Fields.text(note),
        lines.read());
  }

  /**
   * Writes a draft.
   *
   * @param of the customer; null when it is chosen in the form
   */
  static void add(SalesDesk desk, Workspace workspace, PartyId of, Runnable afterwards) {
    InvoiceForm form = new InvoiceForm(desk, workspace);
    form.lines.show(List.of());
    if (of != null) {
      form.party.choose(of);
    }
    SidePanel panel = SidePanel.open("invoice-panel", workspace.text("sales.document.new"), form);
    form.onSave(
        () -> {
          desk.documents().draft(form.read());
          panel.close();
          workspace.done(workspace.text("sales.saved"));
          afterwards.run();
        });
  }

  /** Edits a draft; without the right to it, and when a run made it, the form only shows it. */
  static void edit(
      SalesDesk desk, Workspace workspace, DocumentView document, Runnable afterwards) {
    InvoiceForm form = new InvoiceForm(desk, workspace);
    form.show(document);
    SidePanel panel = SidePanel.open("invoice-panel", workspace.text("sales.state.DRAFT"), form);
    form.onSave(
        () -> {
          desk.documents()
              .change(document.id(), ExpectedRevision.of(document.revision()), form.read());
          panel.close();
          workspace.done(workspace.text("sales.saved"));
          afterwards.run();
        });
    if (workspace.may(SalesPermissions.POST)) {
      form.place(
          Links.button(
              "invoice-post",
              workspace.text("sales.document.post"),
              "vaadin:check",
              () -> form.post(desk, workspace, document, panel, afterwards)));
    }
    boolean may = workspace.may(SalesPermissions.CHANGE);
    form.saveButton().setVisible(may && document.runId() == null);
    if (may) {
      form.place(
          RemoveButton.asking(
              workspace,
              "invoice-remove",
              workspace.text("sales.state.DRAFT"),
              () -> {
                desk.documents().remove(document.id(), ExpectedRevision.any());
                panel.close();
                afterwards.run();
              }));
    }
  }

  /** Posts the draft as it was saved last. */
  private void post(
      SalesDesk desk,
      Workspace workspace,
      DocumentView document,
      SidePanel panel,
      Runnable afterwards) {
    try {
      DocumentView posted =
          desk.documents().post(document.id(), ExpectedRevision.of(document.revision()));
      panel.close();
      workspace.done(workspace.text("sales.document.posted", posted.number()));
      afterwards.run();
    } catch (Problem problem) {
      show(problem);
    }
  }

  /** Shows a posted document. */
  static void show(SalesDesk desk, Workspace workspace, DocumentView document) {
    InvoiceForm form = new InvoiceForm(desk, workspace);
    form.show(document);
    form.place(PaperLink.of(desk, workspace, document));
    form.saveButton().setVisible(false);
    SidePanel.open("invoice-panel", document.number(), form);
  }
}
