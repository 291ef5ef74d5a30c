package org.kartoteka.commissions.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.kartoteka.commissions.AccrualQuery;
import org.kartoteka.commissions.AccrualState;
import org.kartoteka.commissions.AccrualTotal;
import org.kartoteka.commissions.internal.data.CommissionPermissions;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.ui.api.DashboardTile;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.Links;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** What waits of the visitor's own commissions, and what was granted. */
@org.osgi.service.component.annotations.Component
public final class CommissionsTile implements DashboardTile {

  private final Desk desk;

  @Activate
  public CommissionsTile(@Reference Desk desk) {
    this.desk = desk;
  }

  @Override
  public String id() {
    return "commissions";
  }

  @Override
  public String feature() {
    return CommissionPermissions.FEATURE;
  }

  @Override
  public String titleKey() {
    return "commissions.tile.title";
  }

  @Override
  public int order() {
    return 70;
  }

  @Override
  public String permission() {
    return CommissionPermissions.OWN;
  }

  @Override
  public Component open(Workspace workspace) {
    Words words = new Words(desk, workspace);
    Div tile = new Div();
    tile.setId("commissions-tile");
    tile.addClassName("kt-tile-lines");
    List<AccrualTotal> totals =
        desk.accruals()
            .totals(new AccrualQuery(workspace.user().id(), null, null, null, null, null));
    for (AccrualState state : List.of(AccrualState.CALCULATED, AccrualState.GRANTED)) {
      List<Money> amounts =
          totals.stream()
              .filter(total -> total.state() == state)
              .map(AccrualTotal::amount)
              .toList();
      if (!amounts.isEmpty()) {
        tile.add(
            new Div(
                Links.to(
                    RoomTab.ACCRUALS.address()
                        + "?state="
                        + state.name()
                        + "&person="
                        + workspace.user().id().value(),
                    words.of(state) + ": " + words.sums(amounts))));
      }
    }
    if (tile.getComponentCount() == 0) {
      Span none = new Span(workspace.text("commissions.tile.none"));
      none.addClassName("kt-muted");
      tile.add(none);
    }
    return tile;
  }
}
