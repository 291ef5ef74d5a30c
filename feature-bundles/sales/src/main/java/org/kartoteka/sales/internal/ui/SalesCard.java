package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.sales.DocumentQuery;
import org.kartoteka.sales.DocumentView;
import org.kartoteka.sales.Payments;
import org.kartoteka.sales.TurnoverQuery;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.Links;

/** What was sold to a party: what is open, the latest documents, the turnover. */
final class SalesCard extends Div {

  private static final int LATEST = 20;

  private final transient SalesDesk desk;
  private final transient Workspace workspace;
  private final transient PartyId party;

  SalesCard(SalesDesk desk, PartyId party, Visit visit) {
    this.desk = desk;
    this.party = party;
    workspace = visit.workspace();
    show();
  }

  private void show() {
    removeAll();
    if (workspace.may(SalesPermissions.CHANGE)) {
      add(
          Links.quiet(
              "invoice-new",
              workspace.text("sales.document.new"),
              "vaadin:plus",
              () -> InvoiceForm.add(desk, workspace, party, this::show)));
    }
    List<DocumentView> latest =
        desk.documents().page(DocumentQuery.of(party), PageRequest.first(LATEST)).items();
    if (latest.isEmpty()) {
      add(
          new EmptyState(
              "vaadin:invoice",
              workspace.text("sales.none.DOCUMENTS"),
              workspace.text("sales.none.DOCUMENTS.why")));
      return;
    }
    desk.payments().balances(party).forEach(balance -> add(said(balance)));
    add(documents(latest));
    add(Links.to("sales/documents?party=" + party.value(), workspace.text("sales.card.all")));
    add(
        TurnoverPage.of(
            desk, workspace, new TurnoverQuery(party, null, null, null, TurnoverQuery.By.MONTH)));
  }

  private Div said(Payments.Balance balance) {
    Span text =
        new Span(
            workspace.text(
                "sales.card.balance",
                money(balance.open(), balance.currency()),
                money(balance.overdue(), balance.currency()),
                money(balance.free(), balance.currency())));
    text.addClassName("kt-strong");
    return new Div(text);
  }

  private Grid<DocumentView> documents(List<DocumentView> latest) {
    Grid<DocumentView> grid = new Grid<>();
    grid.setId("sales-card-documents");
    grid.setAllRowsVisible(true);
    grid.addColumn(
            Links.column(
                row -> "sales/documents?document=" + row.id().value(),
                row -> row.number() == null ? workspace.text("sales.state.DRAFT") : row.number()))
        .setHeader(workspace.text("sales.document.number"));
    grid.addColumn(row -> workspace.formats().date(row.issuedOn()))
        .setHeader(workspace.text("sales.document.issuedOn"));
    grid.addColumn(row -> money(row.gross(), row.currency()))
        .setHeader(workspace.text("sales.document.gross"))
        .setTextAlign(ColumnTextAlign.END);
    grid.addColumn(row -> money(row.open(), row.currency()))
        .setHeader(workspace.text("sales.document.open"))
        .setTextAlign(ColumnTextAlign.END);
    grid.getColumns().forEach(column -> column.setAutoWidth(true));
    grid.setItems(latest);
    return grid;
  }

  private String money(BigDecimal amount, Currency currency) {
    return workspace.formats().money(new Money(amount, currency));
  }
}
