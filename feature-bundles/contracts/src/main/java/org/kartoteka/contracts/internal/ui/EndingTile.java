package org.kartoteka.contracts.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.kartoteka.contracts.ContractQuery;
import org.kartoteka.contracts.ContractSummary;
import org.kartoteka.contracts.OriginalQuery;
import org.kartoteka.contracts.internal.data.ContractPermissions;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.ui.api.DashboardTile;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.Links;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** The contracts about which the visitor must decide soon, and papers that are missing. */
@org.osgi.service.component.annotations.Component
public final class EndingTile implements DashboardTile {

  private static final int DAYS = 60;
  private static final int SHOWN = 4;
  private static final long COUNTED = 999;

  private final ContractDesk desk;

  @Activate
  public EndingTile(@Reference ContractDesk desk) {
    this.desk = desk;
  }

  @Override
  public String id() {
    return "contracts-ending";
  }

  @Override
  public String feature() {
    return ContractPermissions.FEATURE;
  }

  @Override
  public String titleKey() {
    return "contracts.tile.title";
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public String permission() {
    return ContractPermissions.READ;
  }

  @Override
  public Component open(Workspace workspace) {
    Words words = new Words(desk, workspace);
    UserId me = workspace.user().id();
    ContractQuery query = ContractQuery.endingWithin(DAYS, me);
    Div tile = new Div();
    tile.setId("contracts-ending-tile");
    tile.addClassName("kt-tile-lines");
    long ending = desk.contracts().count(query, COUNTED);
    Div figure =
        new Div(
            Links.to(
                "contracts?ends=" + DAYS + "&sort=decideBy&responsible=" + me.value(),
                workspace.formats().number(ending)));
    figure.addClassName("kt-figure");
    tile.add(figure);
    for (ContractSummary contract :
        desk.contracts().page(query, new PageRequest(SHOWN, null, "decideBy")).items()) {
      Span until =
          new Span(
              workspace.text(
                  contract.renewsItself() ? "contracts.tile.renews" : "contracts.tile.ends",
                  workspace.formats().date(contract.decideBy())));
      until.addClassName("kt-muted");
      tile.add(
          new Div(
              new Div(
                  Links.to(
                      ContractListPage.address(contract.id()),
                      Words.joined(contract.number(), contract.partyName()))),
              until));
    }
    long missing = desk.originals().count(OriginalQuery.missing(me), COUNTED);
    if (missing > 0) {
      tile.add(
          new Div(
              Links.to(
                  "contracts/originals?responsible=" + me.value(),
                  workspace.text("contracts.tile.originals", missing))));
    }
    if (ending == 0 && missing == 0) {
      Span none = new Span(workspace.text("contracts.tile.none"));
      none.addClassName("kt-muted");
      tile.add(none);
    }
    return tile;
  }
}
