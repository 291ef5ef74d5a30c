package org.kartoteka.sales.internal.billing;

import org.kartoteka.core.api.trade.event.ContractAnnexed;
import org.kartoteka.platform.api.journal.DomainEventHandler;
import org.kartoteka.sales.internal.domain.Fact;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What an annex changed is invoiced so from its day on. */
@Component(service = DomainEventHandler.class)
public final class AnnexedContracts extends ContractHandler<ContractAnnexed> {

  @Activate
  public AnnexedContracts(@Reference Agreements agreements) {
    super(
        agreements,
        ContractAnnexed.class,
        "sales.contracts-annexed",
        recorded ->
            Fact.annexed(recorded.id(), recorded.event().effectiveOn(), recorded.event().terms()));
  }
}
