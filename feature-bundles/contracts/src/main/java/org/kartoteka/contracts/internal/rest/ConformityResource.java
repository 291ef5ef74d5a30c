package org.kartoteka.contracts.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.kartoteka.contracts.ContractId;
import org.kartoteka.contracts.Order;
import org.kartoteka.contracts.OrderConformity;
import org.kartoteka.contracts.Tariffs;
import org.kartoteka.platform.api.http.HttpResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether orders are as a contract says. */
@Component(service = ConformityResource.class)
@HttpResource
@Path("contracts/{id}/conformity")
@Produces(MediaType.APPLICATION_JSON)
public final class ConformityResource {

  private final Tariffs tariffs;

  @Activate
  public ConformityResource(@Reference Tariffs tariffs) {
    this.tariffs = tariffs;
  }

  /** Checks an order. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "contracts.checkOrder",
      summary = "Check whether an order is as the contract says; nothing is written")
  public OrderConformity check(@PathParam("id") ContractId contract, Order order) {
    return tariffs.check(contract, order);
  }
}
