package org.kartoteka.sales.internal.billing;

import org.kartoteka.core.api.trade.event.ContractTerminated;
import org.kartoteka.platform.api.journal.DomainEventHandler;
import org.kartoteka.sales.internal.domain.Fact;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was terminated is invoiced up to its last day. */
@Component(service = DomainEventHandler.class)
public final class TerminatedContracts extends ContractHandler<ContractTerminated> {

  @Activate
  public TerminatedContracts(@Reference Agreements agreements) {
    super(
        agreements,
        ContractTerminated.class,
        "sales.contracts-terminated",
        recorded -> Fact.terminated(recorded.id(), recorded.event().endsOn()));
  }
}
