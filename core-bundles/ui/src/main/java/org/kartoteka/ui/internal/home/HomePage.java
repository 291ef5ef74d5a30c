package org.kartoteka.ui.internal.home;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import org.kartoteka.ui.api.DashboardTile;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.Contributed;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.internal.shell.Contributions;

/** The tiles of all bundles, following their coming and going. */
final class HomePage extends Div {

  private final transient Contributions contributions;
  private final transient Workspace workspace;
  private final Div tiles = new Div();

  HomePage(Contributions contributions, Workspace workspace) {
    this.contributions = contributions;
    this.workspace = workspace;
    setId("home");
    addClassNames("kt-page", "kt-page-scroll");
    tiles.addClassName("kt-tiles");
    add(new PageTitle(workspace.text("ui.home.greeting", workspace.user().fullName())), tiles);
    contributions.follow(
        this,
        change -> {
          if (change.contribution() instanceof DashboardTile) {
            fill();
          }
        });
    fill();
  }

  private void fill() {
    tiles.removeAll();
    for (DashboardTile tile : contributions.of(DashboardTile.class, workspace.user())) {
      Div frame = new Div(new H2(workspace.text(tile.titleKey())));
      frame.setId("tile-" + tile.id());
      frame.addClassName("kt-tile");
      if (tile.width() > 1) {
        frame.addClassName("kt-tile-wide");
      }
      frame.add(Contributed.component(tile, () -> tile.open(workspace)));
      tiles.add(frame);
    }
  }
}
