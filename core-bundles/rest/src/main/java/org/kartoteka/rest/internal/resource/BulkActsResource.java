package org.kartoteka.rest.internal.resource;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.kartoteka.core.api.bulk.BulkActId;
import org.kartoteka.core.api.bulk.BulkActView;
import org.kartoteka.core.api.bulk.BulkActs;
import org.kartoteka.core.api.bulk.BulkOrder;
import org.kartoteka.core.api.bulk.BulkPreview;
import org.kartoteka.core.api.bulk.BulkRefusalView;
import org.kartoteka.core.api.bulk.BulkVerb;
import org.kartoteka.core.api.bulk.OwnerShare;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.api.party.RegisterId;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One thing done with many parties. */
@Component(service = BulkActsResource.class)
@HttpResource
@Path("bulk-acts")
@Produces(MediaType.APPLICATION_JSON)
public final class BulkActsResource {

  private final BulkActs acts;

  @Activate
  public BulkActsResource(@Reference BulkActs acts) {
    this.acts = acts;
  }

  /**
   * What to do with which parties.
   *
   * @param field for FIELD: the name of a custom field of parties
   * @param value for FIELD: the value to set; nothing clears the field
   * @param dryRun whether it is only told what would come of it
   */
  public record BulkRequest(
      BulkVerb verb,
      Set<PartyId> parties,
      PartyQuery filter,
      List<String> tags,
      RegisterId register,
      UserId owner,
      PartyStatus status,
      String reason,
      List<OwnerShare> shares,
      String field,
      Object value,
      Boolean dryRun) {

    BulkOrder order() {
      return new BulkOrder(
          verb, parties, filter, tags, register, owner, status, reason, shares, field, value);
    }
  }

  /** The acts of this installation. */
  @GET
  @Operation(summary = "List bulk acts", description = "The latest first")
  public Page<BulkActView> list(
      @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
    return acts.page(PageRequest.of(limit, after, null));
  }

  /** Starts one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Do one thing with many parties",
      description =
          "With those in parties, or with all that filter finds. FIELD sets the custom field"
              + " called field to value, in its kept form or as people write it; without a value"
              + " it clears the field. With dryRun nothing is written"
              + " and the answer, 200, is a preview with the numbers matching, changing, unchanged"
              + " and refused")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = BulkActView.class)))
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = BulkPreview.class)))
  public Response start(BulkRequest request, @Context UriInfo address) {
    if (Boolean.TRUE.equals(request.dryRun())) {
      return Response.ok(acts.preview(request.order())).build();
    }
    BulkActView act = acts.start(request.order());
    return Answers.created(address, "bulk-acts", act.id(), act);
  }

  /** One act with its progress. */
  @GET
  @Path("{id}")
  @Operation(summary = "Read a bulk act with its progress")
  public BulkActView read(@PathParam("id") BulkActId id) {
    return acts.get(id);
  }

  /** The parties it could not change. */
  @GET
  @Path("{id}/refusals")
  @Operation(summary = "List the parties that it could not change, with the reasons")
  public Page<BulkRefusalView> refusals(
      @PathParam("id") BulkActId id,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    return acts.refusals(id, PageRequest.of(limit, after, null));
  }

  /** Cancels it. */
  @POST
  @Path("{id}/cancel")
  @Operation(
      summary = "Cancel a bulk act",
      description = "It ends after the present batch; what is done stays and can be undone")
  public BulkActView cancel(@PathParam("id") BulkActId id) {
    return acts.cancel(id);
  }

  /** Undoes it. */
  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Undo a bulk act",
      description = "The answer is the act that undoes it; what was edited since is kept")
  public BulkActView undo(@PathParam("id") BulkActId id) {
    return acts.undo(id);
  }
}
