package org.kartoteka.contracts.internal.ui;

import com.vaadin.flow.component.Component;
import java.time.LocalDate;
import java.util.List;
import org.kartoteka.contracts.OriginalQuery;
import org.kartoteka.contracts.OriginalView;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.ui.api.AddressState;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.FilterBar;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.Links;
import org.kartoteka.ui.api.component.ListFrame;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.api.component.Preview;
import org.kartoteka.ui.api.component.StatusPill;

/** The signed papers that have not come, and the others. */
final class OriginalsPage extends ListFrame<OriginalView> {

  private final transient ContractDesk desk;
  private final transient Words words;
  private final FilterBar filter;

  OriginalsPage(ContractDesk desk, Visit visit) {
    super("originals", visit);
    this.desk = desk;
    words = new Words(desk, workspace());
    filter =
        new FilterBar(workspace(), visit.state())
            .colleague("responsible", "contracts.field.responsibleId", desk.users())
            .flag("unasked", "contracts.filter.unasked")
            .flag("all", "contracts.filter.all-papers");
    KeysetGrid<OriginalView> grid = grid();
    filter.end(this::filtered, grid.columnChooser());
    assemble(
        new PageTitle(workspace().text("contracts.tab.ORIGINALS")),
        workspace().text("contracts.tab.ORIGINALS"),
        List.of(RoomTab.ORIGINALS.strip(visit)),
        filter,
        List.of(),
        grid,
        atMost -> desk.originals().count(query(), atMost));
  }

  private OriginalQuery query() {
    AddressState state = filter.state();
    return new OriginalQuery(
        null, state.id("responsible", UserId::new), !state.is("all"), state.is("unasked"));
  }

  @Override
  protected Component nothing() {
    return new EmptyState(
        "vaadin:file-o",
        workspace().text("contracts.originals.none"),
        workspace().text("contracts.originals.none.why"));
  }

  private KeysetGrid<OriginalView> grid() {
    KeysetGrid<OriginalView> list =
        new KeysetGrid<>(
            "originals", request -> desk.originals().page(query(), request), OriginalView::id);
    list.column(
            "title",
            "contracts.field.number",
            Links.rows(row -> ContractListPage.address(row.contractId()), OriginalView::title))
        .wide("10rem", 1);
    list.column("party", "contracts.field.partyId", OriginalView::partyName).wide("12rem", 3);
    list.column("signed", "contracts.field.signedOn", row -> date(row.signedOn()))
        .sortedBy("signedOn")
        .wide("8rem", 0);
    list.column("holder", "contracts.original.holder", OriginalView::holder).wide("10rem", 2);
    list.column("asked", "contracts.original.askedOn", row -> date(row.askedOn()))
        .sortedBy("askedOn")
        .wide("8rem", 0);
    list.column("received", "contracts.original.receivedOn", row -> date(row.receivedOn()))
        .wide("8rem", 0);
    list.column(
            "responsible", "contracts.field.responsibleId", row -> words.user(row.responsibleId()))
        .wide("9rem", 1);
    return list.card(
            row ->
                Links.rowCard(
                    Words.joined(row.title(), row.partyName()),
                    null,
                    Words.joined(
                        OriginalForm.state(workspace(), row), row.holder(), date(row.signedOn()))))
        .onOpen(row -> OriginalForm.edit(desk, workspace(), row, this::reread));
  }

  private String date(LocalDate day) {
    return workspace().formats().date(day);
  }

  @Override
  protected Component glance(OriginalView row) {
    return new Preview(workspace(), row.title())
        .pill(
            OriginalForm.state(workspace(), row),
            row.receivedOn() == null ? StatusPill.Tone.WARN : StatusPill.Tone.GOOD)
        .fact("contracts.field.partyId", row.partyName())
        .fact("contracts.original.holder", row.holder())
        .fact("contracts.original.askedBy", row.askedBy())
        .fact("contracts.original.place", row.place())
        .fact("contracts.field.responsibleId", words.user(row.responsibleId()))
        .action(
            "original-open",
            "contracts.edit",
            "vaadin:edit",
            () -> OriginalForm.edit(desk, workspace(), row, this::reread));
  }
}
