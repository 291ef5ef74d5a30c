package org.kartoteka.ui.internal.party;

import com.vaadin.flow.component.Component;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.api.timeline.Timeline;
import org.kartoteka.ui.api.PartyCardTab;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.internal.desk.PartyDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** What happened on a party, in order, on its card. */
@org.osgi.service.component.annotations.Component
public class HistoryTab implements PartyCardTab {

  private final PartyDesk desk;
  private final Timeline timeline;

  @Activate
  public HistoryTab(@Reference PartyDesk desk, @Reference Timeline timeline) {
    this.desk = desk;
    this.timeline = timeline;
  }

  @Override
  public String id() {
    return "history";
  }

  @Override
  public String feature() {
    return "core";
  }

  @Override
  public String titleKey() {
    return "ui.history.title";
  }

  @Override
  public int order() {
    return 900;
  }

  @Override
  public String permission() {
    return "core.party.read";
  }

  @Override
  public Component open(PartyView party, Visit visit) {
    return new TimelinePanel(desk, timeline, party.id(), visit.workspace());
  }
}
