package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.Component;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.kartoteka.ui.api.Section;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.WorkspaceView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** The menu entry of this room and the pages behind it. */
@org.osgi.service.component.annotations.Component
public final class SalesView implements WorkspaceView {

  private final SalesDesk desk;

  @Activate
  public SalesView(@Reference SalesDesk desk) {
    this.desk = desk;
  }

  @Override
  public String id() {
    return SalesPermissions.FEATURE;
  }

  @Override
  public String feature() {
    return SalesPermissions.FEATURE;
  }

  @Override
  public String titleKey() {
    return "sales.title";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public String permission() {
    return SalesPermissions.READ;
  }

  @Override
  public Section section() {
    return Section.SALES;
  }

  @Override
  public String icon() {
    return "vaadin:invoice";
  }

  @Override
  public Component open(Visit visit) {
    String segment = visit.path().isEmpty() ? "" : visit.path().get(0);
    return switch (RoomTab.at(segment, visit.workspace())) {
      case DOCUMENTS -> new DocumentPage(desk, visit);
      case PAYMENTS -> new PaymentPage(desk, visit);
      case CATALOGUE -> new CataloguePage(desk, visit);
      case RUNS -> new RunPage(desk, visit);
      case TURNOVER -> new TurnoverPage(desk, visit);
      case CLOSING -> new ClosingPage(desk, visit);
      case TAX_RATES -> new TaxRatePage(desk, visit);
      case EXCHANGE_RATES -> new ExchangeRatePage(desk, visit);
    };
  }
}
