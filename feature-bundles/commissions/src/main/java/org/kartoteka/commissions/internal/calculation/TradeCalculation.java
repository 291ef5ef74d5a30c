package org.kartoteka.commissions.internal.calculation;

import java.util.List;
import org.kartoteka.commissions.internal.data.Json;
import org.kartoteka.commissions.internal.data.PlanRows;
import org.kartoteka.core.api.trade.event.ContractAnnexed;
import org.kartoteka.core.api.trade.event.ContractSigned;
import org.kartoteka.core.api.trade.event.ContractTerminated;
import org.kartoteka.core.api.trade.event.ContractTerminationWithdrawn;
import org.kartoteka.core.api.trade.event.CreditNotePosted;
import org.kartoteka.core.api.trade.event.InvoicePosted;
import org.kartoteka.core.api.trade.event.PaymentAllocated;
import org.kartoteka.core.api.trade.event.PaymentReceived;
import org.kartoteka.core.api.trade.event.PaymentReturned;
import org.kartoteka.core.api.trade.event.TradeEvent;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.journal.DomainEventHandler;
import org.kartoteka.platform.api.journal.RecordedEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reckons commissions from what was agreed, invoiced and paid. One subscription for all trade
 * events, from the beginning of the journal: their order among one another decides, and documents
 * from before there were plans count as the first ones of their customers and contracts.
 */
@Component(service = DomainEventHandler.class)
public final class TradeCalculation implements DomainEventHandler<TradeEvent> {

  static final String SUBSCRIPTION = "commissions.trade";
  private static final int AT_ONCE = 1000;

  private final UnitOfWork unitOfWork;
  private final PlanRows plans;
  private final Json json = new Json();

  @Activate
  public TradeCalculation(@Reference UnitOfWork unitOfWork, @Reference PlanRows plans) {
    this.unitOfWork = unitOfWork;
    this.plans = plans;
  }

  @Override
  public String subscription() {
    return SUBSCRIPTION;
  }

  @Override
  public Class<TradeEvent> eventType() {
    return TradeEvent.class;
  }

  @Override
  public List<Class<? extends TradeEvent>> eventTypes() {
    return List.of(
        ContractSigned.class,
        ContractAnnexed.class,
        ContractTerminated.class,
        ContractTerminationWithdrawn.class,
        InvoicePosted.class,
        CreditNotePosted.class,
        PaymentReceived.class,
        PaymentAllocated.class,
        PaymentReturned.class);
  }

  @Override
  public boolean fromTheBeginning() {
    return true;
  }

  @Override
  public int atOnce() {
    return AT_ONCE;
  }

  @Override
  public void handle(RecordedEvent<TradeEvent> event) {
    handleAll(List.of(event));
  }

  @Override
  public void handleAll(List<RecordedEvent<TradeEvent>> events) {
    new Batch(unitOfWork, plans.book(), json).handle(events);
  }
}
