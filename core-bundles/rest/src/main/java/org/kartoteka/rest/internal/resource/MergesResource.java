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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kartoteka.core.api.merge.MergeId;
import org.kartoteka.core.api.merge.MergeParties;
import org.kartoteka.core.api.merge.MergePreview;
import org.kartoteka.core.api.merge.MergeQuery;
import org.kartoteka.core.api.merge.MergeView;
import org.kartoteka.core.api.merge.Merges;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Several parties become one, and several again. */
@Component(service = MergesResource.class)
@HttpResource
@Path("merges")
@Produces(MediaType.APPLICATION_JSON)
public final class MergesResource {

  private final Merges merges;

  @Activate
  public MergesResource(@Reference Merges merges) {
    this.merges = merges;
  }

  /**
   * Which parties become one.
   *
   * @param choices by field the party whose value the survivor gets
   * @param revisions by the id of a party the revision the decision was made on
   */
  public record MergeRequest(
      PartyId survivor,
      List<PartyId> merged,
      Map<String, PartyId> choices,
      Map<String, Long> revisions) {

    MergeParties order() {
      Map<PartyId, Long> byParty = new HashMap<>();
      if (revisions != null) {
        revisions.forEach((party, revision) -> byParty.put(id(party), revision));
      }
      return new MergeParties(survivor, merged, choices, byParty);
    }

    private static PartyId id(String text) {
      try {
        return new PartyId(Long.parseLong(text));
      } catch (NumberFormatException e) {
        throw new InvalidInput(FieldError.of("revisions", "id"));
      }
    }
  }

  /** The merges of this installation. */
  @GET
  @Operation(
      summary = "List merges",
      description = "The latest first; with standing=true those that were not undone")
  public Page<MergeView> list(
      @QueryParam("party") PartyId party,
      @QueryParam("standing") Boolean standing,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    return merges.page(
        new MergeQuery(party, Boolean.TRUE.equals(standing)), PageRequest.of(limit, after, null));
  }

  /** Merges parties. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Merge one to four parties into another",
      description =
          "choices names fields and the party whose value is taken; a field that is not named keeps"
              + " the survivor's value, or the first there is, and lists are joined. The others"
              + " answer with 308 to the survivor from then on")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = MergeView.class)))
  public Response merge(MergeRequest request, @Context UriInfo address) {
    MergeView merge = merges.merge(request.order());
    return Answers.created(address, "merges", merge.id(), merge);
  }

  /** What a merge would do. */
  @POST
  @Path("preview")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "See what a merge would do",
      description = "Nothing is written: the fields side by side and what would move")
  public MergePreview preview(MergeRequest request) {
    return merges.preview(
        request.survivor(), request.merged() == null ? List.of() : request.merged());
  }

  /** One merge. */
  @GET
  @Path("{id}")
  @Operation(summary = "Read a merge")
  public MergeView read(@PathParam("id") MergeId id) {
    return merges.get(id);
  }

  /** Undoes it. */
  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Undo a merge",
      description =
          "Everything that moved goes back; what was changed since is kept, and remarks tell it")
  public MergeView undo(@PathParam("id") MergeId id) {
    return merges.undo(id);
  }
}
