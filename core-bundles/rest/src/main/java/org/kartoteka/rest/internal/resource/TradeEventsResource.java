package org.kartoteka.rest.internal.resource;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.kartoteka.core.api.trade.TradeEvents;
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
import org.kartoteka.platform.api.http.HttpResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What systems outside tell of contracts, invoices and payments they keep. */
@Component(service = TradeEventsResource.class)
@HttpResource
@Path("trade-events")
@Produces(MediaType.APPLICATION_JSON)
public final class TradeEventsResource {

  private static final String TWICE =
      "Telling the same twice changes nothing; telling something else of the same document is"
          + " refused";

  private final TradeEvents trade;

  @Activate
  public TradeEventsResource(@Reference TradeEvents trade) {
    this.trade = trade;
  }

  /**
   * What became of it.
   *
   * @param repeated whether the same had been told before, so that nothing was written
   */
  public record Told(boolean repeated) {}

  /** Tells that a contract was signed. */
  @POST
  @Path("contracts")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Tell that a contract was signed", description = TWICE)
  public Told contractSigned(ContractSigned event) {
    return tell(event);
  }

  /** Tells that an annex changed a contract. */
  @POST
  @Path("annexes")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Tell that an annex changed a contract", description = TWICE)
  public Told contractAnnexed(ContractAnnexed event) {
    return tell(event);
  }

  /** Tells that a contract goes on. */
  @POST
  @Path("renewals")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Tell that a contract goes on", description = TWICE)
  public Told contractRenewed(ContractRenewed event) {
    return tell(event);
  }

  /** Tells that a contract was terminated. */
  @POST
  @Path("terminations")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Tell that a contract was terminated", description = TWICE)
  public Told contractTerminated(ContractTerminated event) {
    return tell(event);
  }

  /** Tells that a termination was withdrawn. */
  @POST
  @Path("termination-withdrawals")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Tell that the termination of a contract was withdrawn", description = TWICE)
  public Told contractTerminationWithdrawn(ContractTerminationWithdrawn event) {
    return tell(event);
  }

  /** Tells that an invoice was posted. */
  @POST
  @Path("invoices")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Tell that an invoice was posted", description = TWICE)
  public Told invoicePosted(InvoicePosted event) {
    return tell(event);
  }

  /** Tells that a credit note was posted. */
  @POST
  @Path("credit-notes")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Tell that a credit note was posted", description = TWICE)
  public Told creditNotePosted(CreditNotePosted event) {
    return tell(event);
  }

  /** Tells that a payment was received. */
  @POST
  @Path("payments")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Tell that a payment was received", description = TWICE)
  public Told paymentReceived(PaymentReceived event) {
    return tell(event);
  }

  /** Tells that it was decided which documents a payment settles. */
  @POST
  @Path("allocations")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Tell that it was decided which documents a payment settles",
      description = TWICE)
  public Told paymentAllocated(PaymentAllocated event) {
    return tell(event);
  }

  /** Tells that a payment was returned. */
  @POST
  @Path("returns")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Tell that a payment was returned", description = TWICE)
  public Told paymentReturned(PaymentReturned event) {
    return tell(event);
  }

  private Told tell(TradeEvent event) {
    return new Told(!trade.publish(event));
  }
}
