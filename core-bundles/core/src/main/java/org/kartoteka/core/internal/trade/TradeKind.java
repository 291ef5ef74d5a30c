package org.kartoteka.core.internal.trade;

import java.util.function.Function;
import java.util.stream.Stream;
import org.kartoteka.core.api.trade.event.ContractAnnexed;
import org.kartoteka.core.api.trade.event.ContractRenewed;
import org.kartoteka.core.api.trade.event.ContractSigned;
import org.kartoteka.core.api.trade.event.ContractTerminated;
import org.kartoteka.core.api.trade.event.ContractTerminationWithdrawn;
import org.kartoteka.core.api.trade.event.CreditNotePosted;
import org.kartoteka.core.api.trade.event.InvoicePosted;
import org.kartoteka.core.api.trade.event.PaymentAllocated;
import org.kartoteka.core.api.trade.event.PaymentReceived;
import org.kartoteka.core.api.trade.event.PaymentReturned;
import org.kartoteka.core.api.trade.event.TradeEvent;

/** What can be told, and by which key telling it twice is recognised. */
enum TradeKind {
  CONTRACT(ContractSigned.class),
  ANNEX(ContractAnnexed.class, event -> "/" + ((ContractAnnexed) event).annex()),
  RENEWAL(ContractRenewed.class, event -> "/" + ((ContractRenewed) event).endsOn()),
  TERMINATION(ContractTerminated.class, event -> "/" + ((ContractTerminated) event).terminatedOn()),
  WITHDRAWAL(
      ContractTerminationWithdrawn.class,
      event -> "/" + ((ContractTerminationWithdrawn) event).withdrawnOn()),
  INVOICE(InvoicePosted.class),
  CREDIT_NOTE(CreditNotePosted.class),
  PAYMENT(PaymentReceived.class),
  ALLOCATION(PaymentAllocated.class),
  RETURN(PaymentReturned.class);

  private final Class<? extends TradeEvent> type;
  private final Function<TradeEvent, String> within;

  TradeKind(Class<? extends TradeEvent> type) {
    this(type, event -> "");
  }

  /** Something that may be told several times of one document. */
  TradeKind(Class<? extends TradeEvent> type, Function<TradeEvent, String> within) {
    this.type = type;
    this.within = within;
  }

  static TradeKind of(TradeEvent event) {
    return Stream.of(values())
        .filter(kind -> kind.type.isInstance(event))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no kind of " + event.getClass()));
  }

  /** The key of what is told. */
  String key(TradeEvent event) {
    return event.document().key() + within.apply(event);
  }
}
