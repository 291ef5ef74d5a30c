package org.kartoteka.contracts.internal.ui;

import com.vaadin.flow.component.Component;
import java.util.OptionalLong;
import org.kartoteka.contracts.ContractQuery;
import org.kartoteka.contracts.internal.data.ContractPermissions;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.ui.api.PartyCardTab;
import org.kartoteka.ui.api.Visit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** The contracts on the card of their party (TON-15). */
@org.osgi.service.component.annotations.Component
public final class ContractTab implements PartyCardTab {

  private static final long COUNTED = 99;

  private final ContractDesk desk;

  @Activate
  public ContractTab(@Reference ContractDesk desk) {
    this.desk = desk;
  }

  @Override
  public String id() {
    return ContractPermissions.FEATURE;
  }

  @Override
  public String feature() {
    return ContractPermissions.FEATURE;
  }

  @Override
  public String titleKey() {
    return "contracts.title";
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public String permission() {
    return ContractPermissions.READ;
  }

  @Override
  public OptionalLong badge(PartyView party) {
    return OptionalLong.of(desk.contracts().count(ContractQuery.of(party.id()), COUNTED));
  }

  @Override
  public Component open(PartyView party, Visit visit) {
    return new PartyContracts(desk, party.id(), visit);
  }
}
