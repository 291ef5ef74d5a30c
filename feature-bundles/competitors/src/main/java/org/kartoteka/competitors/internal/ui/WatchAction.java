package org.kartoteka.competitors.internal.ui;

import java.util.Set;
import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.ui.api.PartyAction;
import org.kartoteka.ui.api.Workspace;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Watches the chosen parties. */
@Component
public final class WatchAction implements PartyAction {

  private final CompetitorDesk desk;

  @Activate
  public WatchAction(@Reference CompetitorDesk desk) {
    this.desk = desk;
  }

  @Override
  public String id() {
    return "competitors-watch";
  }

  @Override
  public String feature() {
    return CompetitorPermissions.FEATURE;
  }

  @Override
  public String titleKey() {
    return "competitors.watch";
  }

  @Override
  public int order() {
    return 70;
  }

  @Override
  public String permission() {
    return CompetitorPermissions.READ;
  }

  @Override
  public String icon() {
    return "vaadin:eye";
  }

  @Override
  public int atMost() {
    return 500;
  }

  @Override
  public void act(Set<PartyId> parties, Workspace workspace, Runnable afterwards) {
    desk.unitOfWork().run(() -> parties.forEach(desk.watchList()::watch));
    workspace.done(
        workspace.text("competitors.watch.begun", parties.size()),
        () -> desk.unitOfWork().run(() -> parties.forEach(desk.watchList()::unwatch)));
    afterwards.run();
  }
}
