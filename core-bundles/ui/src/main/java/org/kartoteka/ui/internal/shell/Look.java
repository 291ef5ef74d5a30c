package org.kartoteka.ui.internal.shell;

import com.vaadin.flow.component.UI;
import java.util.List;
import org.kartoteka.ui.api.Workspace;

/** Light or dark, compact or comfortable, as the user has chosen. */
final class Look {

  static final List<String> COLOURS = List.of("system", "light", "dark");
  static final List<String> DENSITIES = List.of("compact", "comfortable");

  private static final String COLOUR = "ui.look";
  private static final String DENSITY = "ui.density";

  private final Workspace workspace;

  Look(Workspace workspace) {
    this.workspace = workspace;
  }

  String colour() {
    String kept = workspace.recall(COLOUR);
    return kept != null && COLOURS.contains(kept) ? kept : "system";
  }

  String density() {
    String kept = workspace.recall(DENSITY);
    return kept != null && DENSITIES.contains(kept) ? kept : "compact";
  }

  void colour(UI ui, String chosen) {
    workspace.keep(COLOUR, chosen);
    show(ui);
  }

  void density(UI ui, String chosen) {
    workspace.keep(DENSITY, chosen);
    show(ui);
  }

  /** Applies the choice in the browser, which keeps it for the next page. */
  void show(UI ui) {
    ui.getPage()
        .executeJs(
            "localStorage.setItem('kartoteka.look', $0);"
                + "localStorage.setItem('kartoteka.density', $1);"
                + "window.kartotekaLook && window.kartotekaLook();",
            colour(),
            density());
  }
}
