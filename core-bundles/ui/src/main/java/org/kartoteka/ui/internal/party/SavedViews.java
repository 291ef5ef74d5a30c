package org.kartoteka.ui.internal.party;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kartoteka.ui.api.AddressState;
import org.kartoteka.ui.api.Workspace;

/** The views of a list that a user has saved, by name. */
final class SavedViews {

  private final String key;
  private final Workspace workspace;

  SavedViews(String list, Workspace workspace) {
    this.key = "list." + list + ".views";
    this.workspace = workspace;
  }

  Map<String, AddressState> all() {
    return parse(workspace.recall(key));
  }

  void save(String name, AddressState state) {
    Map<String, AddressState> views = all();
    views.put(name.replaceAll("[\\t\\n]", " ").strip(), state);
    workspace.keep(key, format(views));
  }

  void remove(String name) {
    Map<String, AddressState> views = all();
    views.remove(name);
    workspace.keep(key, views.isEmpty() ? null : format(views));
  }

  static Map<String, AddressState> parse(String kept) {
    Map<String, AddressState> views = new LinkedHashMap<>();
    if (kept != null) {
      kept.lines()
          .map(line -> line.split("\t", 2))
          .filter(parts -> parts.length == 2)
          .forEach(parts -> views.put(parts[0], AddressState.parse(parts[1])));
    }
    return views;
  }

  static String format(Map<String, AddressState> views) {
    StringBuilder text = new StringBuilder();
    views.forEach(
        (name, state) -> text.append(name).append('\t').append(state.toQuery()).append('\n'));
    return text.toString();
  }
}
