package org.kartoteka.sales.internal.billing;

import org.kartoteka.core.api.trade.event.ContractTerminationWithdrawn;
import org.kartoteka.platform.api.journal.DomainEventHandler;
import org.kartoteka.sales.internal.domain.Fact;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is not terminated after all is invoiced on. */
@Component(service = DomainEventHandler.class)
public final class ResumedContracts extends ContractHandler<ContractTerminationWithdrawn> {

  @Activate
  public ResumedContracts(@Reference Agreements agreements) {
    super(
        agreements,
        ContractTerminationWithdrawn.class,
        "sales.contracts-resumed",
        recorded -> Fact.resumed(recorded.id(), recorded.event().endsOn()));
  }
}
