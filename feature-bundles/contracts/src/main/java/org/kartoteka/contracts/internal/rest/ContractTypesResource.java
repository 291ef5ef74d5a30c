package org.kartoteka.contracts.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.kartoteka.contracts.ContractTypeData;
import org.kartoteka.contracts.ContractTypeId;
import org.kartoteka.contracts.ContractTypeView;
import org.kartoteka.contracts.ContractTypes;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.http.MergePatch;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Types of contracts. */
@Component(service = ContractTypesResource.class)
@HttpResource
@Path(ContractTypesResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public final class ContractTypesResource {

  static final String PATH = "contracts/types";

  private final ContractTypes types;

  @Activate
  public ContractTypesResource(@Reference ContractTypes types) {
    this.types = types;
  }

  /** All types. */
  @GET
  @Operation(operationId = "contracts.listTypes", summary = "List the types of contracts")
  public Page<ContractTypeView> list() {
    return Page.whole(types.all());
  }

  /** Adds a type. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "contracts.addType", summary = "Add a type of contracts")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ContractTypeView.class)))
  public Response add(ContractTypeData data, @Context UriInfo address) {
    ContractTypeView added = types.add(data);
    return Answers.created(address, PATH, added.id(), added);
  }

  /** One type. */
  @GET
  @Path("{id}")
  @Operation(operationId = "contracts.readType", summary = "Read a type of contracts")
  public ContractTypeView read(@PathParam("id") ContractTypeId id) {
    return types.get(id);
  }

  /** Changes a type. */
  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Operation(operationId = "contracts.changeType", summary = "Change a type of contracts")
  public ContractTypeView change(
      @PathParam("id") ContractTypeId id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Schema(implementation = ContractTypeData.class) MergePatch patch) {
    ExpectedRevision revision = ExpectedRevision.ifMatch(ifMatch);
    ContractTypeView before = types.get(id);
    return types.change(id, revision, patch.applyTo(before, ContractTypeData.class));
  }
}
