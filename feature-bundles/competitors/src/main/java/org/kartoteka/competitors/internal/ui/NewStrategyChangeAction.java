package org.kartoteka.competitors.internal.ui;

import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.WorkspaceAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Records a strategy change from anywhere. */
@Component
public final class NewStrategyChangeAction implements WorkspaceAction {

  private final CompetitorDesk desk;

  @Activate
  public NewStrategyChangeAction(@Reference CompetitorDesk desk) {
    this.desk = desk;
  }

  @Override
  public String id() {
    return "strategy-change";
  }

  @Override
  public String feature() {
    return CompetitorPermissions.FEATURE;
  }

  @Override
  public String titleKey() {
    return "competitors.change.new";
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public String permission() {
    return CompetitorPermissions.RECORD;
  }

  @Override
  public String icon() {
    return "vaadin:bolt";
  }

  @Override
  public boolean adds() {
    return true;
  }

  @Override
  public void run(Workspace workspace) {
    StrategyChangeForm.add(desk, workspace, null, () -> {});
  }
}
