package org.kartoteka.rest.internal.resource;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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
import org.kartoteka.core.api.bulk.OwnerShare;
import org.kartoteka.core.api.handover.HandoverId;
import org.kartoteka.core.api.handover.HandoverOrder;
import org.kartoteka.core.api.handover.HandoverPreview;
import org.kartoteka.core.api.handover.HandoverView;
import org.kartoteka.core.api.handover.Handovers;
import org.kartoteka.core.api.handover.OwnedCount;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What somebody owned goes to others in one act. */
@Component(service = HandoversResource.class)
@HttpResource
@Path("handovers")
@Produces(MediaType.APPLICATION_JSON)
public final class HandoversResource {

  private final Handovers handovers;

  @Activate
  public HandoversResource(@Reference Handovers handovers) {
    this.handovers = handovers;
  }

  /**
   * Whose records go to whom.
   *
   * @param dryRun whether it is only told what would come of it
   */
  public record HandoverRequest(
      UserId from, List<OwnerShare> shares, Set<String> kinds, Boolean dryRun) {

    HandoverOrder order() {
      return new HandoverOrder(from, shares, kinds);
    }
  }

  /** The hand-overs of this installation. */
  @GET
  @Operation(summary = "List hand-overs", description = "The latest first")
  public Page<HandoverView> list(
      @Parameter(description = "Whose records") @QueryParam("from") UserId from,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    return handovers.page(from, PageRequest.of(limit, after, null));
  }

  /** Starts one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Hand over the records of a user to others",
      description =
          "Parties in the register of a share go evenly to its owners, all else to those of the"
              + " share without a register. Without kinds all kinds of records are meant. Records"
              + " of stopped features follow when these start. With dryRun nothing is written and"
              + " the answer, 200, tells how many records of each kind would go to whom")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = HandoverView.class)))
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = HandoverPreview.class)))
  public Response start(HandoverRequest request, @Context UriInfo address) {
    if (Boolean.TRUE.equals(request.dryRun())) {
      return Response.ok(handovers.preview(request.order())).build();
    }
    HandoverView handover = handovers.start(request.order());
    return Answers.created(address, "handovers", handover.id(), handover);
  }

  /** One hand-over with its progress. */
  @GET
  @Path("{id}")
  @Operation(summary = "Read a hand-over with its progress")
  public HandoverView read(@PathParam("id") HandoverId id) {
    return handovers.get(id);
  }

  /** Undoes it. */
  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Undo a hand-over",
      description = "What was given to yet another since is kept")
  public HandoverView undo(@PathParam("id") HandoverId id) {
    return handovers.undo(id);
  }

  /** What belongs to a user. */
  @GET
  @Path("owned/{user}")
  @Operation(summary = "Tell how many records of each kind belong to a user")
  public Page<OwnedCount> owned(@PathParam("user") UserId user) {
    return Page.whole(handovers.owned(user));
  }
}
