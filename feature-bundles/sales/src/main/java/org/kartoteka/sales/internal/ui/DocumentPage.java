package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import java.util.ArrayList;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.sales.DocumentId;
import org.kartoteka.sales.DocumentKind;
import org.kartoteka.sales.DocumentQuery;
import org.kartoteka.sales.DocumentState;
import org.kartoteka.sales.DocumentView;
import org.kartoteka.sales.LineView;
import org.kartoteka.sales.RunId;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.component.AskDialog;
import org.kartoteka.ui.api.component.FilterBar;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.Links;
import org.kartoteka.ui.api.component.Preview;
import org.kartoteka.ui.api.component.StatusPill;

/** The list of invoices and credit notes. */
final class DocumentPage extends RoomPage<DocumentView> {

  private static final long COUNTED = 100_000;

  private final FilterBar filter;

  DocumentPage(SalesDesk desk, Visit visit) {
    super(RoomTab.DOCUMENTS, desk, visit);
    filter =
        new FilterBar(workspace, visit.state())
            .words("q")
            .party("party", "sales.document.party", desk.parties(), PartyQuery.all())
            .choice(
                "kind",
                "sales.document.kind",
                DocumentKind.class,
                kind -> workspace.text("sales.documentKind." + kind))
            .choice(
                "state",
                "sales.document.state",
                DocumentState.class,
                state -> workspace.text("sales.state." + state))
            .day("from", "sales.from")
            .day("to", "sales.to")
            .flag("open", "sales.document.onlyOpen")
            .flag("overdue", "sales.document.onlyOverdue")
            .hidden("run");
    KeysetGrid<DocumentView> grid = grid();
    filter.end(this::filtered, grid.columnChooser());
    assemble(filter, grid, atMost -> desk.documents().count(query(), atMost), buttons());
    DocumentId wanted = visit.state().id("document", DocumentId::new);
    if (wanted != null) {
      open(desk.documents().get(wanted));
    }
  }

  private List<Component> buttons() {
    List<Component> buttons = new ArrayList<>();
    if (workspace.may(SalesPermissions.CHANGE)) {
      buttons.add(
          Links.primary(
              "invoice-new",
              workspace.text("sales.document.new"),
              "vaadin:plus",
              () -> InvoiceForm.add(desk, workspace, null, this::reread)));
    }
    if (workspace.may(SalesPermissions.POST)) {
      buttons.add(
          Links.button(
              "drafts-post",
              workspace.text("sales.document.postAll"),
              "vaadin:check",
              this::postDrafts));
    }
    return buttons;
  }

  private void postDrafts() {
    long drafts = desk.documents().count(query().drafts(), COUNTED);
    if (drafts == 0) {
      workspace.done(workspace.text("sales.document.postedMany", 0));
      return;
    }
    new AskDialog(
            "drafts-ask",
            workspace.text("sales.document.postAll"),
            workspace.text("sales.document.postAll.why", drafts),
            workspace.text("sales.document.post"),
            () -> {
              long posted = desk.documents().postDrafts(query());
              workspace.done(workspace.text("sales.document.postedMany", posted));
              reread();
            })
        .open();
  }

  private DocumentQuery query() {
    return new DocumentQuery(
        filter.state().first("q"),
        filter.state().id("party", PartyId::new),
        filter.state().word("kind", DocumentKind.class),
        filter.state().word("state", DocumentState.class),
        filter.state().id("salesperson", UserId::new),
        filter.state().is("open"),
        filter.state().is("overdue"),
        filter.state().day("from"),
        filter.state().day("to"),
        filter.state().id("run", RunId::new));
  }

  private KeysetGrid<DocumentView> grid() {
    KeysetGrid<DocumentView> list =
        new KeysetGrid<>(
            "sales-documents",
            request -> desk.documents().page(query(), request),
            DocumentView::id);
    list.column("number", "sales.document.number", this::number).sortedBy("number").wide("8rem", 1);
    list.column("party", "sales.document.party", DocumentView::partyName).wide("11rem", 4);
    list.column(
            "issuedOn", "sales.document.issuedOn", row -> workspace.formats().date(row.issuedOn()))
        .sortedBy("issuedOn")
        .wide("10.5rem", 0);
    list.column("dueOn", "sales.document.dueOn", row -> workspace.formats().date(row.dueOn()))
        .wide("9rem", 0);
    list.column("gross", "sales.document.gross", row -> money(row.gross(), row.currency()))
        .sortedBy("gross")
        .numeric()
        .wide("8rem", 0);
    list.column("open", "sales.document.open", row -> money(row.open(), row.currency()))
        .numeric()
        .wide("8rem", 0);
    list.column(
            "state",
            "sales.document.state",
            Links.<DocumentView>pill(
                row -> tone(row).className(), row -> workspace.text("sales.state." + row.state())))
        .wide("9rem", 0);
    return list.card(this::card).onOpen(row -> openAtGlance(row, this::open));
  }

  private String number(DocumentView row) {
    return row.number() == null ? workspace.text("sales.state.DRAFT") : row.number();
  }

  private Component card(DocumentView row) {
    return Links.rowCard(
        number(row) + " · " + row.partyName(),
        new StatusPill(workspace.text("sales.state." + row.state()), tone(row)),
        workspace.formats().date(row.issuedOn()) + " · " + money(row.gross(), row.currency()));
  }

  private void open(DocumentView row) {
    if (row.state() == DocumentState.DRAFT) {
      InvoiceForm.edit(desk, workspace, desk.documents().get(row.id()), this::reread);
    } else {
      InvoiceForm.show(desk, workspace, desk.documents().get(row.id()));
    }
  }

  @Override
  protected Component glance(DocumentView listed) {
    DocumentView row = desk.documents().get(listed.id());
    Preview preview =
        new Preview(workspace, number(row) + " · " + row.partyName())
            .pill(workspace.text("sales.state." + row.state()), tone(row))
            .fact("sales.document.issuedOn", workspace.formats().date(row.issuedOn()))
            .fact("sales.document.dueOn", workspace.formats().date(row.dueOn()))
            .fact("sales.document.corrects", row.correctsNumber())
            .fact("sales.document.reason", row.reason())
            .fact("sales.document.net", money(row.net(), row.currency()))
            .fact("sales.document.tax", money(row.tax(), row.currency()))
            .fact("sales.document.gross", money(row.gross(), row.currency()))
            .fact("sales.document.open", money(row.open(), row.currency()));
    for (LineView line : row.lines()) {
      preview.fact("sales.document.line", line.name() + " · " + money(line.net(), row.currency()));
    }
    preview.action("document-open", "sales.open", "vaadin:search", () -> open(row));
    acts(preview, row);
    Anchor paper = PaperLink.of(desk, workspace, row);
    preview.add(paper);
    return preview;
  }

  private void acts(Preview preview, DocumentView row) {
    if (!workspace.may(SalesPermissions.POST)) {
      return;
    }
    if (row.state() == DocumentState.DRAFT) {
      preview.action("document-post", "sales.document.post", "vaadin:check", () -> post(row));
    } else if (row.kind() == DocumentKind.INVOICE && row.state() == DocumentState.POSTED) {
      preview.action(
          "document-correct",
          "sales.document.correct",
          "vaadin:edit",
          () -> CorrectionForm.open(desk, workspace, row, this::reread));
    }
  }

  private void post(DocumentView row) {
    try {
      DocumentView posted = desk.documents().post(row.id(), ExpectedRevision.of(row.revision()));
      workspace.done(workspace.text("sales.document.posted", posted.number()));
    } catch (RuntimeException problem) {
      workspace.problem(problem);
    }
    reread();
  }

  static StatusPill.Tone tone(DocumentView row) {
    return switch (row.state()) {
      case DRAFT -> StatusPill.Tone.NEUTRAL;
      case POSTED -> row.open().signum() == 0 ? StatusPill.Tone.GOOD : StatusPill.Tone.INFO;
      case CANCELLED -> StatusPill.Tone.WARN;
    };
  }
}
