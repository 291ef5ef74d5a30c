package org.kartoteka.commissions.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.kartoteka.commissions.StatementQuery;
import org.kartoteka.commissions.StatementView;
import org.kartoteka.commissions.internal.data.CommissionPermissions;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.print.Printer;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.component.AskDialog;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.FilterBar;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.Links;
import org.kartoteka.ui.api.component.ListFrame;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.api.component.Preview;
import org.kartoteka.ui.api.component.StatusPill;

/** Statements: settled, paid or cancelled, and on paper. */
final class StatementPage extends ListFrame<StatementView> {

  private final transient Desk desk;
  private final transient Words words;
  private final FilterBar filter;

  StatementPage(Desk desk, Visit visit) {
    super("statements", visit);
    this.desk = desk;
    words = new Words(desk, workspace());
    filter = new FilterBar(workspace(), visit.state()).flag("open", "commissions.statement.only");
    if (workspace().may(CommissionPermissions.ALL)) {
      filter.colleague("person", "commissions.person", desk.users());
    }
    KeysetGrid<StatementView> grid = grid();
    filter.end(this::filtered, grid.columnChooser());
    assemble(
        new PageTitle(workspace().text("commissions.title"), buttons()),
        workspace().text(RoomTab.STATEMENTS.titleKey()),
        List.of(RoomTab.STATEMENTS.strip(visit)),
        filter,
        List.of(),
        grid,
        atMost -> desk.statements().count(query(), atMost));
  }

  private boolean settles() {
    return workspace().may(CommissionPermissions.SETTLE);
  }

  private Component[] buttons() {
    return settles()
        ? new Component[] {
          Links.primary(
              "statements-settle",
              workspace().text("commissions.settle"),
              "vaadin:calc-book",
              () -> SettleForm.open(desk, workspace(), this::reread))
        }
        : new Component[0];
  }

  private StatementQuery query() {
    return new StatementQuery(filter.state().id("person", UserId::new), filter.state().is("open"));
  }

  private KeysetGrid<StatementView> grid() {
    KeysetGrid<StatementView> list =
        new KeysetGrid<>(
            "statements", request -> desk.statements().page(query(), request), StatementView::id);
    list.column("id", "commissions.statement.number", row -> Long.toString(row.id().value()))
        .wide("6rem", 0);
    list.column("until", "commissions.period", this::period).sortedBy("until").wide("14rem", 1);
    list.column("person", "commissions.person", row -> words.person(row.personId()))
        .wide("11rem", 3);
    list.column("amount", "commissions.amount", row -> words.money(row.amount()))
        .sortedBy("amount")
        .numeric()
        .wide("9rem", 0);
    list.column(
            "state",
            "commissions.state",
            Links.pill(row -> Words.tone(row).className(), words::state))
        .wide("8rem", 0);
    list.column("rows", "commissions.rows", row -> workspace().formats().number(row.rows()))
        .numeric()
        .wide("7rem", 0);
    return list.card(this::card).onOpen(row -> new Dialog(glance(row)).open());
  }

  private String period(StatementView row) {
    return workspace().formats().date(row.from()) + " – " + workspace().formats().date(row.until());
  }

  @Override
  protected Component glance(StatementView row) {
    Preview preview =
        new Preview(workspace(), workspace().text("commissions.statement.title", row.id().value()))
            .pill(words.state(row), Words.tone(row))
            .fact("commissions.person", words.person(row.personId()))
            .fact("commissions.period", period(row))
            .fact("commissions.amount", words.money(row.amount()))
            .fact(
                "commissions.paidOn",
                row.paidOn() == null ? null : workspace().formats().date(row.paidOn()))
            .fact("commissions.reference", row.reference())
            .fact(
                "commissions.rows",
                Links.to(
                    RoomTab.ACCRUALS.address() + "?statement=" + row.id().value(),
                    workspace().formats().number(row.rows())))
            .fact("commissions.paper", paper(row));
    if (settles() && row.paidOn() == null && !row.cancelled()) {
      preview.action(
          "statement-pay",
          "commissions.pay",
          "vaadin:money",
          () -> PaymentForm.open(desk, workspace(), row, this::reread));
      preview.action(
          "statement-cancel", "commissions.statement.cancel", "vaadin:ban", () -> cancel(row));
    }
    return preview;
  }

  private void cancel(StatementView row) {
    new AskDialog(
            "statement-cancel-dialog",
            workspace().text("commissions.statement.title", row.id().value()),
            workspace().text("commissions.statement.cancel.why", row.rows()),
            workspace().text("commissions.statement.cancel"),
            () -> {
              desk.statements().cancel(row.id(), ExpectedRevision.of(row.revision()));
              reread();
            })
        .open();
  }

  private Anchor paper(StatementView row) {
    String name = "statement-" + row.id().value() + ".pdf";
    Anchor link =
        new Anchor(
            DownloadHandler.fromInputStream(
                event -> {
                  ByteArrayOutputStream pdf = new ByteArrayOutputStream();
                  desk.paper().print(row.id(), pdf);
                  return new DownloadResponse(
                      new ByteArrayInputStream(pdf.toByteArray()),
                      name,
                      Printer.MEDIA_TYPE,
                      pdf.size());
                }),
            "");
    link.add(VaadinIcon.FILE_TEXT_O.create(), new Span(name));
    link.setId("statement-pdf");
    link.addClassName("kt-download");
    return link;
  }

  private Component card(StatementView row) {
    return Links.rowCard(
        words.money(row.amount()),
        new StatusPill(words.state(row), Words.tone(row)),
        words.person(row.personId()) + " · " + period(row));
  }

  @Override
  protected Component nothing() {
    return new EmptyState(
        "vaadin:calc-book",
        workspace().text("commissions.none.STATEMENTS"),
        workspace().text("commissions.none.STATEMENTS.why"));
  }
}
