package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.Component;
import java.util.OptionalLong;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.sales.DocumentQuery;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.kartoteka.ui.api.PartyCardTab;
import org.kartoteka.ui.api.Visit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** What was sold to a party, on its card. */
@org.osgi.service.component.annotations.Component
public final class SalesTab implements PartyCardTab {

  private static final long COUNTED = 99;

  private final SalesDesk desk;

  @Activate
  public SalesTab(@Reference SalesDesk desk) {
    this.desk = desk;
  }

  @Override
  public String id() {
    return SalesPermissions.FEATURE;
  }

  @Override
  public String feature() {
    return SalesPermissions.FEATURE;
  }

  @Override
  public String titleKey() {
    return "sales.title";
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public String permission() {
    return SalesPermissions.READ;
  }

  @Override
  public OptionalLong badge(PartyView party) {
    return OptionalLong.of(desk.documents().count(DocumentQuery.openOf(party.id()), COUNTED));
  }

  @Override
  public Component open(PartyView party, Visit visit) {
    return new SalesCard(desk, party.id(), visit);
  }
}
