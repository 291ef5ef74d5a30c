package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.sales.PaymentQuery;
import org.kartoteka.sales.PaymentShare;
import org.kartoteka.sales.PaymentView;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.FilterBar;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.Links;
import org.kartoteka.ui.api.component.Preview;

/** The list of payments. */
final class PaymentPage extends RoomPage<PaymentView> {

  private final FilterBar filter;

  PaymentPage(SalesDesk desk, Visit visit) {
    super(RoomTab.PAYMENTS, desk, visit);
    filter =
        new FilterBar(workspace, visit.state())
            .party("party", "sales.document.party", desk.parties(), PartyQuery.all())
            .day("from", "sales.from")
            .day("to", "sales.to")
            .flag("free", "sales.payment.onlyFree");
    KeysetGrid<PaymentView> grid = grid();
    filter.end(this::filtered, grid.columnChooser());
    assemble(filter, grid, atMost -> desk.payments().count(query(), atMost), buttons());
  }

  private List<Component> buttons() {
    return workspace.may(SalesPermissions.PAY)
        ? List.of(
            Links.primary(
                "payment-new",
                workspace.text("sales.payment.new"),
                "vaadin:plus",
                () -> PaymentForm.add(desk, workspace, this::reread)))
        : List.of();
  }

  private PaymentQuery query() {
    return new PaymentQuery(
        filter.state().id("party", PartyId::new),
        filter.state().is("free"),
        filter.state().day("from"),
        filter.state().day("to"));
  }

  private KeysetGrid<PaymentView> grid() {
    KeysetGrid<PaymentView> list =
        new KeysetGrid<>(
            "sales-payments", request -> desk.payments().page(query(), request), PaymentView::id);
    list.column(
            "receivedOn",
            "sales.payment.receivedOn",
            row -> workspace.formats().date(row.receivedOn()))
        .sortedBy("receivedOn")
        .wide("8rem", 0);
    list.column("party", "sales.document.party", PaymentView::partyName).wide("10rem", 4);
    list.column("reference", "sales.payment.reference", PaymentView::reference).wide("8rem", 2);
    list.column("amount", "sales.payment.amount", row -> workspace.formats().money(row.amount()))
        .sortedBy("amount")
        .numeric()
        .wide("8rem", 0);
    list.column("free", "sales.payment.free", row -> money(row.free(), row.amount().currency()))
        .numeric()
        .wide("8rem", 0);
    return list.card(this::card).onOpen(row -> openAtGlance(row, beside -> {}));
  }

  private Component card(PaymentView row) {
    return Links.rowCard(
        row.partyName(),
        null,
        workspace.formats().date(row.receivedOn())
            + " · "
            + workspace.formats().money(row.amount()));
  }

  @Override
  protected Component glance(PaymentView listed) {
    PaymentView row = desk.payments().get(listed.id());
    Preview preview =
        new Preview(workspace, row.partyName())
            .fact("sales.payment.receivedOn", workspace.formats().date(row.receivedOn()))
            .fact("sales.payment.amount", workspace.formats().money(row.amount()))
            .fact("sales.payment.free", money(row.free(), row.amount().currency()))
            .fact("sales.payment.returned", money(row.returned(), row.amount().currency()))
            .fact("sales.payment.reference", row.reference());
    for (PaymentShare share : row.allocations()) {
      preview.fact(
          "sales.payment.settles",
          share.documentNumber() + " · " + money(share.amount(), row.amount().currency()));
    }
    if (workspace.may(SalesPermissions.PAY)) {
      if (row.free().signum() > 0) {
        preview.action(
            "payment-allocate",
            "sales.payment.oldestFirst",
            "vaadin:check",
            () -> {
              settle(desk, workspace, row);
              reread();
            });
      }
      if (row.amount().amount().compareTo(row.returned()) > 0) {
        preview.action(
            "payment-return",
            "sales.payment.giveBack",
            "vaadin:arrow-backward",
            () -> ReturnForm.open(desk, workspace, row, this::reread));
      }
    }
    return preview;
  }

  /** Lets a payment, which is there whatever comes of it, settle the oldest documents. */
  static void settle(SalesDesk desk, Workspace workspace, PaymentView row) {
    try {
      desk.payments().allocateOldestFirst(row.id(), ExpectedRevision.of(row.revision()));
      workspace.done(workspace.text("sales.saved"));
    } catch (RuntimeException problem) {
      workspace.problem(problem);
    }
  }
}
