package org.kartoteka.ui.internal.home;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final transient Map<DashboardTile, Div> frames = new HashMap<>();

  HomePage(Contributions contributions, Workspace workspace) {
    this.contributions = contributions;
    this.workspace = workspace;
    setId("home");
    addClassNames("kt-page", "kt-page-scroll");
    tiles.addClassName("kt-tiles");
    add(new PageTitle(workspace.text("ui.home.greeting", workspace.user().fullName())), tiles);
    contributions.follow(this, DashboardTile.class, this::fill);
    fill();
  }

  /** Takes away the tiles that have gone and opens those that came; the others stay as they are. */
  private void fill() {
    List<DashboardTile> present = contributions.of(DashboardTile.class, workspace.user());
    frames
        .entrySet()
        .removeIf(
            shown -> {
              boolean gone = !present.contains(shown.getKey());
              if (gone) {
                tiles.remove(shown.getValue());
              }
              return gone;
            });
    for (int place = 0; place < present.size(); place++) {
      DashboardTile tile = present.get(place);
      if (!frames.containsKey(tile)) {
        Div frame = frame(tile);
        frames.put(tile, frame);
        tiles.addComponentAtIndex(place, frame);
      }
    }
  }

  private Div frame(DashboardTile tile) {
    Div frame = new Div(new H2(workspace.text(tile.titleKey())));
    frame.setId("tile-" + tile.id());
    frame.addClassName("kt-tile");
    if (tile.width() > 1) {
      frame.addClassName("kt-tile-wide");
    }
    frame.add(Contributed.component(tile, () -> tile.open(workspace)));
    return frame;
  }
}
