package org.kartoteka.ui.internal.home;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.ui.api.DashboardTile;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.internal.desk.PartyDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** What changed last. */
@org.osgi.service.component.annotations.Component
public class LatestPartiesTile implements DashboardTile {

  private final PartyDesk desk;

  @Activate
  public LatestPartiesTile(@Reference PartyDesk desk) {
    this.desk = desk;
  }

  @Override
  public String id() {
    return "latest-parties";
  }

  @Override
  public String feature() {
    return "core";
  }

  @Override
  public String titleKey() {
    return "ui.home.latest";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public String permission() {
    return "core.party.read";
  }

  @Override
  public int width() {
    return 2;
  }

  @Override
  public Component open(Workspace workspace) {
    List<PartySummary> rows =
        desk.parties().page(PartyQuery.all(), new PageRequest(8, null, "-changedAt")).items();
    return new PartyLinks(workspace, rows).whenEmpty("ui.home.latest.none");
  }
}
