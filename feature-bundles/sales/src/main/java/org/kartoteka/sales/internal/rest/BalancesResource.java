package org.kartoteka.sales.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.sales.Payments;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What parties owe. */
@Component(service = BalancesResource.class)
@HttpResource
@Path(BalancesResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public final class BalancesResource {

  static final String PATH = "sales/balances";

  private final Payments payments;

  @Activate
  public BalancesResource(@Reference Payments payments) {
    this.payments = payments;
  }

  /** What is open of a party. */
  @GET
  @Path("{partyId}")
  @Operation(
      operationId = "sales.readBalances",
      summary = "What is open of a party in each currency")
  public Page<Payments.Balance> read(@PathParam("partyId") PartyId party) {
    return Page.whole(payments.balances(party));
  }
}
