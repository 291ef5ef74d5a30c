package org.kartoteka.competitors.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.kartoteka.competitors.AlertView;
import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.ui.api.DashboardTile;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.Links;
import org.kartoteka.ui.api.component.RelativeTime;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** The latest alerts that the visitor has not seen. */
@org.osgi.service.component.annotations.Component
public final class AlertsTile implements DashboardTile {

  private static final int SHOWN = 4;
  private static final long COUNTED = 999;

  private final CompetitorDesk desk;

  @Activate
  public AlertsTile(@Reference CompetitorDesk desk) {
    this.desk = desk;
  }

  @Override
  public String id() {
    return "competitor-alerts";
  }

  @Override
  public String feature() {
    return CompetitorPermissions.FEATURE;
  }

  @Override
  public String titleKey() {
    return "competitors.tile.title";
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public String permission() {
    return CompetitorPermissions.READ;
  }

  @Override
  public Component open(Workspace workspace) {
    Words words = new Words(desk, workspace, "competitors");
    Div tile = new Div();
    tile.setId("competitor-alerts-tile");
    tile.addClassName("kt-tile-lines");
    long unseen = desk.watchList().unseen(COUNTED);
    Div figure = new Div(Links.to(RoomTab.ALERTS.address(), workspace.formats().number(unseen)));
    figure.addClassName("kt-figure");
    tile.add(figure);
    if (unseen == 0) {
      Span none = new Span(workspace.text("competitors.tile.none"));
      none.addClassName("kt-muted");
      tile.add(none);
    }
    for (AlertView alert : desk.watchList().alerts(true, PageRequest.first(SHOWN)).items()) {
      Div time = new Div(new RelativeTime(alert.occurredAt()));
      time.addClassNames("kt-line", "kt-muted");
      tile.add(new Div(Links.to(AlertPage.address(alert), words.alert(alert)), time));
    }
    return tile;
  }
}
