package org.kartoteka.ui.internal.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.ui.api.DashboardTile;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.StatusPill;
import org.kartoteka.ui.internal.desk.PartyDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** How many parties have which status. */
@org.osgi.service.component.annotations.Component
public class StatusTile implements DashboardTile {

  private static final long AT_MOST = 10_000;

  private final PartyDesk desk;

  @Activate
  public StatusTile(@Reference PartyDesk desk) {
    this.desk = desk;
  }

  @Override
  public String id() {
    return "party-status";
  }

  @Override
  public String feature() {
    return "core";
  }

  @Override
  public String titleKey() {
    return "ui.home.status";
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public String permission() {
    return "core.party.read";
  }

  @Override
  public Component open(Workspace workspace) {
    Div list = new Div();
    list.addClassName("kt-tile-lines");
    for (PartyStatus status : PartyStatus.values()) {
      long number = desk.parties().count(PartyQuery.where().status(status).query(), AT_MOST);
      Anchor link = new Anchor("parties?status=" + status.name(), StatusPill.of(status));
      link.getElement().setAttribute("router-link", true);
      Span count = new Span(workspace.formats().number(number) + (number >= AT_MOST ? "+" : ""));
      count.addClassName("kt-number");
      Div line = new Div(link, count);
      line.addClassName("kt-card-line");
      list.add(line);
    }
    return list;
  }
}
