package org.kartoteka.contracts.internal.party;

import org.kartoteka.contracts.Contracts;
import org.kartoteka.contracts.internal.data.ContractRecords;
import org.kartoteka.contracts.internal.data.ContractRows;
import org.kartoteka.contracts.internal.domain.Contract;
import org.kartoteka.core.api.party.event.PartyChanged;
import org.kartoteka.platform.api.journal.DomainEventHandler;
import org.kartoteka.platform.api.journal.RecordedEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the names that contracts show those of their parties. */
@Component(service = DomainEventHandler.class)
public final class PartyNameChanges implements DomainEventHandler<PartyChanged> {

  private static final int AT_ONCE = 200;

  private final ContractRecords contracts;
  private final ContractRows rows;

  @Activate
  public PartyNameChanges(@Reference ContractRecords contracts, @Reference ContractRows rows) {
    this.contracts = contracts;
    this.rows = rows;
  }

  @Override
  public String subscription() {
    return "contracts.party-names";
  }

  @Override
  public Class<PartyChanged> eventType() {
    return PartyChanged.class;
  }

  /** Most changes are of other parties: a commit for each would cost more than looking. */
  @Override
  public int atOnce() {
    return AT_ONCE;
  }

  @Override
  public void handle(RecordedEvent<PartyChanged> recorded) {
    PartyChanged event = recorded.event();
    if (event.name() == null) {
      return;
    }
    rows.calledOtherwise(event.party(), event.name())
        .forEach(id -> contracts.require(Contract.class, id, Contracts.TYPE).called(event.name()));
    contracts.write();
  }
}
