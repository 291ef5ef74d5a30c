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

/** The parties the user looks after. */
@org.osgi.service.component.annotations.Component
public class MyPartiesTile implements DashboardTile {

  private final PartyDesk desk;

  @Activate
  public MyPartiesTile(@Reference PartyDesk desk) {
    this.desk = desk;
  }

  @Override
  public String id() {
    return "my-parties";
  }

  @Override
  public String feature() {
    return "core";
  }

  @Override
  public String titleKey() {
    return "ui.home.mine";
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public String permission() {
    return "core.party.read";
  }

  @Override
  public Component open(Workspace workspace) {
    PartyQuery mine = PartyQuery.where().owner(workspace.user().id()).query();
    List<PartySummary> rows =
        desk.parties().page(mine, new PageRequest(5, null, "-changedAt")).items();
    long number = desk.parties().count(mine, 9_999);
    return new PartyLinks(workspace, rows)
        .figure(number, "parties?owner=me")
        .whenEmpty("ui.home.mine.none");
  }
}
