package org.kartoteka.competitors.internal.ui;

import com.vaadin.flow.component.Component;
import java.util.OptionalLong;
import org.kartoteka.competitors.PresenceQuery;
import org.kartoteka.competitors.StrategyChangeQuery;
import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.ui.api.PartyCardTab;
import org.kartoteka.ui.api.Visit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** On the card of a competitor what it does, on that of a customer who else supplies it. */
@org.osgi.service.component.annotations.Component
public final class CompetitorTab implements PartyCardTab {

  static final String ID = "competitors";

  private static final long COUNTED = 99;

  private final CompetitorDesk desk;

  @Activate
  public CompetitorTab(@Reference CompetitorDesk desk) {
    this.desk = desk;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String feature() {
    return CompetitorPermissions.FEATURE;
  }

  @Override
  public String titleKey() {
    return "competitors.card.title";
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public String permission() {
    return CompetitorPermissions.READ;
  }

  @Override
  public OptionalLong badge(PartyView party) {
    return OptionalLong.of(
        desk.changes().count(StrategyChangeQuery.of(party.id()), COUNTED)
            + desk.presences().count(PresenceQuery.at(party.id()), COUNTED));
  }

  @Override
  public Component open(PartyView party, Visit visit) {
    return new CompetitorCard(desk, party, visit);
  }
}
