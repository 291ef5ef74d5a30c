package org.kartoteka.sales.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.sales.PaymentData;
import org.kartoteka.sales.PaymentId;
import org.kartoteka.sales.PaymentQuery;
import org.kartoteka.sales.PaymentReturn;
import org.kartoteka.sales.PaymentShare;
import org.kartoteka.sales.PaymentView;
import org.kartoteka.sales.Payments;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Payments. */
@Component(service = PaymentsResource.class)
@HttpResource
@Path(PaymentsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public final class PaymentsResource {

  static final String PATH = "sales/payments";

  private final Payments payments;

  @Activate
  public PaymentsResource(@Reference Payments payments) {
    this.payments = payments;
  }

  /** A page of payments. */
  @GET
  @Operation(operationId = "sales.listPayments", summary = "List payments")
  public Page<PaymentView> list(
      @QueryParam("partyId") PartyId party,
      @Parameter(description = "Only those of which something settles nothing yet")
          @QueryParam("free")
          Boolean free,
      @QueryParam("from") LocalDate from,
      @QueryParam("to") LocalDate to,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after,
      @QueryParam("sort") String sort) {
    return payments.page(
        new PaymentQuery(party, Boolean.TRUE.equals(free), from, to),
        PageRequest.of(limit, after, sort));
  }

  /** Records a payment. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "sales.receivePayment", summary = "Record a payment")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = PaymentView.class)))
  public Response receive(PaymentData data, @Context UriInfo address) {
    PaymentView made = payments.receive(data);
    return Answers.created(address, PATH, made.id(), made);
  }

  /** One payment. */
  @GET
  @Path("{id}")
  @Operation(operationId = "sales.readPayment", summary = "Read a payment with what it settles")
  public PaymentView read(@PathParam("id") PaymentId id) {
    return payments.get(id);
  }

  /** Decides what a payment settles. */
  @POST
  @Path("{id}/allocations")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "sales.allocatePayment", summary = "Decide what a payment settles")
  public PaymentView allocate(
      @PathParam("id") PaymentId id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      Shares shares) {
    return payments.allocate(id, ExpectedRevision.ifMatch(ifMatch), shares.allocations());
  }

  /** Lets a payment settle the oldest first. */
  @POST
  @Path("{id}/oldest-first")
  @Operation(
      operationId = "sales.allocatePaymentOldestFirst",
      summary = "Let a payment settle the oldest open documents first")
  public PaymentView oldestFirst(
      @PathParam("id") PaymentId id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return payments.allocateOldestFirst(id, ExpectedRevision.ifMatch(ifMatch));
  }

  /** Gives a payment back. */
  @POST
  @Path("{id}/returns")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "sales.returnPayment", summary = "Give a payment, or part of it, back")
  public PaymentView giveBack(
      @PathParam("id") PaymentId id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      PaymentReturn order) {
    return payments.giveBack(id, ExpectedRevision.ifMatch(ifMatch), order);
  }

  /** What of a payment goes to which documents. */
  public record Shares(List<PaymentShare> allocations) {

    public Shares {
      allocations = allocations == null ? List.of() : List.copyOf(allocations);
    }
  }
}
