package org.kartoteka.contracts.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.kartoteka.contracts.AnnexData;
import org.kartoteka.contracts.AnnexView;
import org.kartoteka.contracts.Annexes;
import org.kartoteka.contracts.ContractId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.http.HttpResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The annexes of a contract. */
@Component(service = AnnexesResource.class)
@HttpResource
@Path("contracts/{id}/annexes")
@Produces(MediaType.APPLICATION_JSON)
public final class AnnexesResource {

  private final Annexes annexes;

  @Activate
  public AnnexesResource(@Reference Annexes annexes) {
    this.annexes = annexes;
  }

  /** All annexes. */
  @GET
  @Operation(operationId = "contracts.listAnnexes", summary = "List the annexes of a contract")
  public Page<AnnexView> list(@PathParam("id") ContractId contract) {
    return Page.whole(annexes.of(contract));
  }

  /** Records an annex. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "contracts.annexContract",
      summary = "Record a signed annex: all that is to hold from a day on")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = AnnexView.class)))
  public Response annex(
      @PathParam("id") ContractId contract,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      AnnexData data) {
    AnnexView annex = annexes.annex(contract, ExpectedRevision.ifMatch(ifMatch), data);
    return Response.status(Response.Status.CREATED).entity(annex).build();
  }
}
