package org.kartoteka.ui.internal.home;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RelativeTime;

/** A few parties in a tile. */
final class PartyLinks extends Div {

  private final transient Workspace workspace;
  private final boolean empty;

  PartyLinks(Workspace workspace, List<PartySummary> parties) {
    this.workspace = workspace;
    empty = parties.isEmpty();
    addClassName("kt-tile-lines");
    for (PartySummary party : parties) {
      Anchor link = new Anchor("parties/" + party.id().value(), party.name());
      link.getElement().setAttribute("router-link", true);
      link.addClassName("kt-truncate");
      RelativeTime time = new RelativeTime(party.changedAt());
      time.addClassName("kt-muted");
      Div line = new Div(link, time);
      line.addClassName("kt-card-line");
      add(line);
    }
  }

  /** A figure above the list that leads to all of them. */
  PartyLinks figure(long number, String address) {
    Anchor figure = new Anchor(address, workspace.formats().number(number));
    figure.getElement().setAttribute("router-link", true);
    figure.addClassName("kt-figure");
    addComponentAsFirst(figure);
    return this;
  }

  /** What stands there when there are none. */
  PartyLinks whenEmpty(String key) {
    if (empty) {
      Span none = new Span(workspace.text(key));
      none.addClassName("kt-muted");
      add(none);
    }
    return this;
  }
}
