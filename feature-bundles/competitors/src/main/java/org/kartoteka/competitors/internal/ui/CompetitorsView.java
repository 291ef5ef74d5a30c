package org.kartoteka.competitors.internal.ui;

import com.vaadin.flow.component.Component;
import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.ui.api.Section;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.WorkspaceView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** The menu entry of this room and the pages behind it. */
@org.osgi.service.component.annotations.Component
public final class CompetitorsView implements WorkspaceView {

  private final CompetitorDesk desk;

  @Activate
  public CompetitorsView(@Reference CompetitorDesk desk) {
    this.desk = desk;
  }

  @Override
  public String id() {
    return CompetitorPermissions.FEATURE;
  }

  @Override
  public String feature() {
    return CompetitorPermissions.FEATURE;
  }

  @Override
  public String titleKey() {
    return "competitors.title";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public String permission() {
    return CompetitorPermissions.READ;
  }

  @Override
  public Section section() {
    return Section.MARKETING;
  }

  @Override
  public String icon() {
    return "vaadin:crosshairs";
  }

  @Override
  public Component open(Visit visit) {
    AlertPage.arrived(desk, visit);
    return switch (RoomTab.at(visit.path().isEmpty() ? "" : visit.path().get(0))) {
      case COMPETITORS -> new CompetitorListPage(desk, visit);
      case CHANGES -> new StrategyChangePage(desk, visit);
      case PRODUCTS -> new ProductPage(desk, visit);
      case PRICES -> new PricePage(desk, visit);
      case PRESENCE -> new PresencePage(desk, visit);
      case ALERTS -> new AlertPage(desk, visit);
      case WATCHES -> new WatchPage(desk, visit);
    };
  }
}
