package org.kartoteka.competitors.internal.ui;

import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.WorkspaceAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Records an observed price from anywhere. */
@Component
public final class NewPriceAction implements WorkspaceAction {

  private final CompetitorDesk desk;

  @Activate
  public NewPriceAction(@Reference CompetitorDesk desk) {
    this.desk = desk;
  }

  @Override
  public String id() {
    return "observed-price";
  }

  @Override
  public String feature() {
    return CompetitorPermissions.FEATURE;
  }

  @Override
  public String titleKey() {
    return "competitors.price.new";
  }

  @Override
  public int order() {
    return 61;
  }

  @Override
  public String permission() {
    return CompetitorPermissions.RECORD;
  }

  @Override
  public String icon() {
    return "vaadin:tag";
  }

  @Override
  public boolean adds() {
    return true;
  }

  @Override
  public void run(Workspace workspace) {
    PriceForm.add(desk, workspace, null, null, null, () -> {});
  }
}
