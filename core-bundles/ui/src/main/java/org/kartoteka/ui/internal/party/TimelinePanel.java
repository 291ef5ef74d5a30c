package org.kartoteka.ui.internal.party;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import java.util.Map;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.timeline.Timeline;
import org.kartoteka.core.api.timeline.TimelineEntry;
import org.kartoteka.core.api.timeline.TimelineQuery;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.internal.desk.PartyDesk;
import org.kartoteka.ui.internal.record.HistoryItem;
import org.kartoteka.ui.internal.record.HistoryList;
import org.kartoteka.ui.internal.record.NoteText;

/** What happened on a party, in order, by kind and by who did it. */
final class TimelinePanel extends Div {

  private final transient PartyDesk desk;
  private final transient Workspace workspace;
  private final transient Map<String, String> names;
  private final MultiSelectComboBox<String> kinds = new MultiSelectComboBox<>();
  private final ComboBox<String> actor = new ComboBox<>();

  TimelinePanel(PartyDesk desk, Timeline timeline, PartyId party, Workspace workspace) {
    this.desk = desk;
    this.workspace = workspace;
    names = desk.colleagues().fullNames();
    setId("timeline");
    kinds.setId("timeline-kinds");
    kinds.setAriaLabel(workspace.text("ui.timeline.kinds"));
    kinds.setPlaceholder(workspace.text("ui.timeline.kinds"));
    kinds.setItems(timeline.kinds());
    kinds.setItemLabelGenerator(kind -> workspace.text("timeline.kind." + kind));
    kinds.setClearButtonVisible(true);
    actor.setId("timeline-actor");
    actor.setAriaLabel(workspace.text("ui.timeline.actor"));
    actor.setPlaceholder(workspace.text("ui.timeline.actor"));
    actor.setItems(names.keySet());
    actor.setItemLabelGenerator(this::name);
    actor.setClearButtonVisible(true);
    Div filter = new Div(kinds, actor);
    filter.addClassName("kt-timeline-filter");
    HistoryList<TimelineEntry> list =
        new HistoryList<>(
            request ->
                timeline.of(party, new TimelineQuery(kinds.getValue(), actor.getValue()), request),
            this::item);
    kinds.addValueChangeListener(event -> list.restart());
    actor.addValueChangeListener(event -> list.restart());
    add(filter, list);
  }

  private ListItem item(TimelineEntry entry) {
    HistoryItem item =
        new HistoryItem(
            name(entry.actor()),
            workspace.text("timeline." + entry.what(), entry.record().label()),
            entry.at(),
            entry.changes(),
            desk.words(entry.record().type(), workspace));
    if (entry.text() != null) {
      item.add(NoteText.of(entry.text()));
    }
    return item;
  }

  private String name(String actorName) {
    return names.getOrDefault(actorName, actorName);
  }
}
