package org.kartoteka.contracts.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.kartoteka.contracts.AppendixData;
import org.kartoteka.contracts.AppendixView;
import org.kartoteka.contracts.ContractId;
import org.kartoteka.contracts.Tariffs;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tariff appendices of a contract. */
@Component(service = ContractAppendicesResource.class)
@HttpResource
@Path("contracts/{id}/appendices")
@Produces(MediaType.APPLICATION_JSON)
public final class ContractAppendicesResource {

  private final Tariffs tariffs;

  @Activate
  public ContractAppendicesResource(@Reference Tariffs tariffs) {
    this.tariffs = tariffs;
  }

  /** All appendices. */
  @GET
  @Operation(
      operationId = "contracts.listAppendices",
      summary = "List the tariff appendices of a contract")
  public Page<AppendixView> list(@PathParam("id") ContractId contract) {
    return Page.whole(tariffs.of(contract));
  }

  /** Adds an appendix. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "contracts.addAppendix", summary = "Add a tariff appendix to a contract")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = AppendixView.class)))
  public Response add(
      @PathParam("id") ContractId contract, AppendixData data, @Context UriInfo address) {
    AppendixView added = tariffs.add(contract, data);
    return Answers.created(address, AppendicesResource.PATH, added.id(), added);
  }
}
