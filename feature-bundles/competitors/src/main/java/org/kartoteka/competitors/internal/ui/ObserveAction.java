package org.kartoteka.competitors.internal.ui;

import java.util.Set;
import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.ui.api.PartyAction;
import org.kartoteka.ui.api.Workspace;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Begins to observe a party as a competitor. */
@Component
public final class ObserveAction implements PartyAction {

  private final CompetitorDesk desk;

  @Activate
  public ObserveAction(@Reference CompetitorDesk desk) {
    this.desk = desk;
  }

  @Override
  public String id() {
    return "competitors-observe";
  }

  @Override
  public String feature() {
    return CompetitorPermissions.FEATURE;
  }

  @Override
  public String titleKey() {
    return "competitors.add";
  }

  @Override
  public int order() {
    return 71;
  }

  @Override
  public String permission() {
    return CompetitorPermissions.CHANGE;
  }

  @Override
  public String icon() {
    return "vaadin:crosshairs";
  }

  @Override
  public int atMost() {
    return 1;
  }

  @Override
  public void act(Set<PartyId> parties, Workspace workspace, Runnable afterwards) {
    PartyId party = parties.iterator().next();
    desk.competitors()
        .find(party)
        .ifPresent(
            known -> {
              throw new Refused("problem.competitors.already", known.name());
            });
    CompetitorForm.add(desk, workspace, party, added -> afterwards.run());
  }
}
