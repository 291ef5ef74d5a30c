package org.kartoteka.commissions.internal.ui;

import com.vaadin.flow.component.Component;
import org.kartoteka.commissions.PlanId;
import org.kartoteka.commissions.internal.data.CommissionPermissions;
import org.kartoteka.ui.api.Section;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.WorkspaceView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** The menu entry of this room and the pages behind it. */
@org.osgi.service.component.annotations.Component
public final class CommissionsView implements WorkspaceView {

  private final Desk desk;

  @Activate
  public CommissionsView(@Reference Desk desk) {
    this.desk = desk;
  }

  @Override
  public String id() {
    return CommissionPermissions.FEATURE;
  }

  @Override
  public String feature() {
    return CommissionPermissions.FEATURE;
  }

  @Override
  public String titleKey() {
    return "commissions.title";
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public String permission() {
    return CommissionPermissions.OWN;
  }

  @Override
  public Section section() {
    return Section.SALES;
  }

  @Override
  public String icon() {
    return "vaadin:coin-piles";
  }

  @Override
  public Component open(Visit visit) {
    RoomTab tab = RoomTab.at(visit.path().isEmpty() ? "" : visit.path().get(0));
    return switch (tab.isFor(visit.workspace()) ? tab : RoomTab.ACCRUALS) {
      case ACCRUALS -> new AccrualPage(desk, visit);
      case STATEMENTS -> new StatementPage(desk, visit);
      case ESTIMATE -> new EstimatePage(desk, visit);
      case PLANS -> plans(visit);
      case DRY_RUN -> new DryRunPage(desk, visit);
    };
  }

  private Component plans(Visit visit) {
    PlanId plan = visit.id(1, PlanId::new);
    return plan == null ? new PlanListPage(desk, visit) : new PlanPage(desk, visit, plan);
  }
}
