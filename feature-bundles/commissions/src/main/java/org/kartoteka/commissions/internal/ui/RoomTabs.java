package org.kartoteka.commissions.internal.ui;

import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.kartoteka.ui.api.Visit;

/** The tabs of this room that the visitor may open. */
final class RoomTabs extends Tabs {

  RoomTabs(RoomTab chosen, Visit visit) {
    setAutoselect(false);
    setId("commissions-tabs");
    setWidthFull();
    List<RoomTab> open =
        Stream.of(RoomTab.values()).filter(tab -> tab.isFor(visit.workspace())).toList();
    for (RoomTab tab : open) {
      Tab entry = new Tab(visit.workspace().text(tab.titleKey()));
      entry.setId("commissions-tab-" + tab.name().toLowerCase(Locale.ROOT));
      add(entry);
    }
    setSelectedIndex(open.indexOf(chosen));
    addSelectedChangeListener(event -> visit.navigate(open.get(getSelectedIndex()).address()));
  }
}
