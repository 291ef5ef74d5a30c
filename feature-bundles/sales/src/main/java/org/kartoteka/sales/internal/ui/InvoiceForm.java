package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.stream.Stream;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.ExpectedRevision;
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
  private final LinesField lines;
  private final TextArea note = Fields.lines();
  private transient DocumentView draft;
  private boolean posting;

  private InvoiceForm(SalesDesk desk, Workspace workspace) {
    super("invoice-form");
    party = new PartyPicker(null, desk.parties());
    currency = new CurrencyPicker(workspace.formats().locale());
    salesperson = new UserPicker(desk.users());
    lines = new LinesField("invoice-line", desk, workspace);
    field("partyId", FIELDS + "party", party);
    party.setRequiredIndicatorVisible(true);
    known("issuedOn", FIELDS + "issuedOn", issuedOn);
    known("soldOn", FIELDS + "soldOn", soldOn);
    row(issuedOn, soldOn);
    known("dueOn", FIELDS + "dueOn", dueOn);
    known("currency", FIELDS + "currency", currency);
    row(dueOn, currency);
    field("salespersonId", FIELDS + "salesperson", salesperson);
    field("lines", FIELDS + "lines", lines);
    field("note", FIELDS + "note", note);
  }

  private void show(DocumentView document) {
    draft = document;
    party.choose(document.partyId());
    party.setReadOnly(true);
    issuedOn.setValue(document.issuedOn());
    soldOn.setValue(document.soldOn());
    dueOn.setValue(document.dueOn());
    currency.setValue(document.currency());
    salesperson.setValue(document.salespersonId());
    note.setValue(Fields.orEmpty(document.note()));
    lines.setValue(document.data().lines());
    unchanged();
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
        lines.getValue());
  }

  /**
   * Writes a draft.
   *
   * @param of the customer; null when it is chosen in the form
   */
  static void add(SalesDesk desk, Workspace workspace, PartyId of, Runnable afterwards) {
    InvoiceForm form = new InvoiceForm(desk, workspace);
    form.issuedOn.setValue(workspace.formats().today());
    form.lines.setValue(List.of(LinesField.BLANK));
    if (of != null) {
      form.party.choose(of);
    }
    form.unchanged();
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
    boolean may = workspace.may(SalesPermissions.CHANGE);
    boolean writes = may && document.runId() == null;
    form.saveButton().setVisible(writes);
    if (!writes) {
      form.onlyShown();
    }
    form.onSave(
        () -> {
          form.write(desk, writes);
          String done =
              form.posting
                  ? workspace.text("sales.document.posted", form.post(desk).number())
                  : workspace.text("sales.saved");
          panel.close();
          workspace.done(done);
          afterwards.run();
        });
    if (workspace.may(SalesPermissions.POST)) {
      form.place(
          Links.button(
              "invoice-post",
              workspace.text("sales.document.post"),
              "vaadin:check",
              form::saveAndPost));
    }
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

  private void saveAndPost() {
    posting = true;
    save();
    posting = false;
  }

  /** Saves what was changed; what is posted then is what stands in the form. */
  private void write(SalesDesk desk, boolean writes) {
    if (writes && isChanged()) {
      ExpectedRevision revision = ExpectedRevision.of(draft.revision());
      draft = desk.documents().change(draft.id(), revision, read());
      unchanged();
    }
  }

  private DocumentView post(SalesDesk desk) {
    return desk.documents().post(draft.id(), ExpectedRevision.of(draft.revision()));
  }

  private void onlyShown() {
    Stream.<HasValue<?, ?>>of(party, issuedOn, soldOn, dueOn, currency, salesperson, lines, note)
        .forEach(field -> field.setReadOnly(true));
  }

  /** Shows a posted document. */
  static void show(SalesDesk desk, Workspace workspace, DocumentView document) {
    InvoiceForm form = new InvoiceForm(desk, workspace);
    form.show(document);
    form.onlyShown();
    form.place(PaperLink.of(desk, workspace, document));
    form.saveButton().setVisible(false);
    SidePanel.open("invoice-panel", document.number(), form);
  }
}
