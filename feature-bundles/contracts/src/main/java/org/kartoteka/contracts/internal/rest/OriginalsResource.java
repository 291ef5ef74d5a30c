package org.kartoteka.contracts.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.kartoteka.contracts.ContractId;
import org.kartoteka.contracts.OriginalData;
import org.kartoteka.contracts.OriginalId;
import org.kartoteka.contracts.OriginalQuery;
import org.kartoteka.contracts.OriginalView;
import org.kartoteka.contracts.Originals;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.http.MergePatch;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where signed papers are. */
@Component(service = OriginalsResource.class)
@HttpResource
@Path("contracts/originals")
@Produces(MediaType.APPLICATION_JSON)
public final class OriginalsResource {

  private final Originals originals;

  @Activate
  public OriginalsResource(@Reference Originals originals) {
    this.originals = originals;
  }

  /** A page of papers. */
  @GET
  @Operation(
      operationId = "contracts.listOriginals",
      summary = "List signed papers, such as those that have not come yet")
  public Page<OriginalView> list(
      @QueryParam("contractId") ContractId contract,
      @QueryParam("responsibleId") UserId responsible,
      @Parameter(description = "Only those that have not come") @QueryParam("missing")
          Boolean missing,
      @Parameter(description = "Only those for which nobody has asked") @QueryParam("unasked")
          Boolean unasked,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after,
      @QueryParam("sort") String sort) {
    return originals.page(
        new OriginalQuery(
            contract, responsible, Boolean.TRUE.equals(missing), Boolean.TRUE.equals(unasked)),
        PageRequest.of(limit, after, sort));
  }

  /** One paper. */
  @GET
  @Path("{id}")
  @Operation(operationId = "contracts.readOriginal", summary = "Read where a signed paper is")
  public OriginalView read(@PathParam("id") OriginalId id) {
    return originals.get(id);
  }

  /** Writes down where a paper is. */
  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Operation(
      operationId = "contracts.trackOriginal",
      summary = "Write down where a signed paper is, and when it was asked for and received")
  public OriginalView track(
      @PathParam("id") OriginalId id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Schema(implementation = OriginalData.class) MergePatch patch) {
    ExpectedRevision revision = ExpectedRevision.ifMatch(ifMatch);
    OriginalView before = originals.get(id);
    return originals.track(id, revision, patch.applyTo(before, OriginalData.class));
  }
}
