package org.kartoteka.sales.internal.billing;

import org.kartoteka.core.api.trade.event.ContractRenewed;
import org.kartoteka.platform.api.journal.DomainEventHandler;
import org.kartoteka.sales.internal.domain.Fact;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was renewed is invoiced on. */
@Component(service = DomainEventHandler.class)
public final class RenewedContracts extends ContractHandler<ContractRenewed> {

  @Activate
  public RenewedContracts(@Reference Agreements agreements) {
    super(
        agreements,
        ContractRenewed.class,
        "sales.contracts-renewed",
        recorded -> Fact.renewed(recorded.id(), recorded.event().endsOn()));
  }
}
