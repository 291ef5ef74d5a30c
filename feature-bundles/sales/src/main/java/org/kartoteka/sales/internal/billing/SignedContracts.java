package org.kartoteka.sales.internal.billing;

import org.kartoteka.core.api.trade.event.ContractSigned;
import org.kartoteka.platform.api.journal.DomainEventHandler;
import org.kartoteka.sales.internal.domain.Fact;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was signed is to be invoiced. */
@Component(service = DomainEventHandler.class)
public final class SignedContracts extends ContractHandler<ContractSigned> {

  @Activate
  public SignedContracts(@Reference Agreements agreements) {
    super(
        agreements,
        ContractSigned.class,
        "sales.contracts-signed",
        recorded -> Fact.signed(recorded.id(), recorded.event().terms()));
  }
}
