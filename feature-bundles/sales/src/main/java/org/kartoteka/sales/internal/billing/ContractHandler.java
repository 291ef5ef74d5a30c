package org.kartoteka.sales.internal.billing;

import java.util.function.Function;
import org.kartoteka.core.api.trade.event.TradeEvent;
import org.kartoteka.platform.api.journal.DomainEventHandler;
import org.kartoteka.platform.api.journal.RecordedEvent;
import org.kartoteka.sales.internal.domain.Fact;

/** Hears what happens to contracts, whoever keeps them. */
abstract class ContractHandler<E extends TradeEvent> implements DomainEventHandler<E> {

  private final Agreements agreements;
  private final Class<E> type;
  private final String subscription;
  private final Function<RecordedEvent<E>, Fact> fact;

  ContractHandler(
      Agreements agreements,
      Class<E> type,
      String subscription,
      Function<RecordedEvent<E>, Fact> fact) {
    this.agreements = agreements;
    this.type = type;
    this.subscription = subscription;
    this.fact = fact;
  }

  @Override
  public final String subscription() {
    return subscription;
  }

  @Override
  public final Class<E> eventType() {
    return type;
  }

  @Override
  public final boolean fromTheBeginning() {
    return true;
  }

  @Override
  public final void handle(RecordedEvent<E> recorded) {
    E event = recorded.event();
    agreements.heard(event.document(), event.party(), fact.apply(recorded));
  }
}
