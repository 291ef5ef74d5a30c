package org.kartoteka.commissions.internal.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.kartoteka.commissions.PlanView;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.FilterBar;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.Links;
import org.kartoteka.ui.api.component.ListFrame;
import org.kartoteka.ui.api.component.PageTitle;

/** The commission plans; a company has few. */
final class PlanListPage extends ListFrame<PlanView> {

  private final transient Desk desk;

  PlanListPage(Desk desk, Visit visit) {
    super("plans", visit);
    this.desk = desk;
    FilterBar filter = new FilterBar(workspace(), visit.state());
    KeysetGrid<PlanView> grid = grid();
    filter.end(this::filtered);
    assemble(
        new PageTitle(
            workspace().text("commissions.title"),
            Links.primary(
                "plan-new",
                workspace().text("commissions.plan.new"),
                "vaadin:plus",
                () -> PlanForm.add(desk, workspace()))),
        workspace().text(RoomTab.PLANS.titleKey()),
        List.of(RoomTab.PLANS.strip(visit)),
        filter,
        List.of(),
        grid,
        atMost -> desk.plans().all().size());
  }

  private KeysetGrid<PlanView> grid() {
    KeysetGrid<PlanView> list =
        new KeysetGrid<>("plans", request -> new Page<>(desk.plans().all(), null), PlanView::id);
    list.column("name", "commissions.plan.name", Links.rows(PlanListPage::address, PlanView::name))
        .wide("14rem", 3);
    list.column(
            "version",
            "commissions.plan.version",
            row -> row.latestVersion() == null ? "" : Integer.toString(row.latestVersion()))
        .wide("7rem", 0);
    list.column(
            "validFrom",
            "commissions.plan.validFrom",
            row ->
                row.latestValidFrom() == null
                    ? ""
                    : workspace().formats().date(row.latestValidFrom()))
        .wide("9rem", 0);
    list.column(
            "assignments",
            "commissions.plan.assignments",
            row -> workspace().formats().number(row.assignments()))
        .numeric()
        .wide("9rem", 0);
    list.column("description", "commissions.plan.description", PlanView::description)
        .wide("14rem", 3);
    return list.card(PlanListPage::card).onOpen(row -> visit().navigate(address(row)));
  }

  static String address(PlanView plan) {
    return RoomTab.PLANS.address() + "/" + plan.id().value();
  }

  private static Component card(PlanView row) {
    return Links.rowCard(row.name(), null, row.description() == null ? "" : row.description());
  }

  @Override
  protected Component nothing() {
    return new EmptyState(
        "vaadin:diploma-scroll",
        workspace().text("commissions.none.PLANS"),
        workspace().text("commissions.none.PLANS.why"));
  }
}
