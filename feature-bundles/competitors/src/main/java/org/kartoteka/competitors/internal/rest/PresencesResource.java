package org.kartoteka.competitors.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.kartoteka.competitors.Certainty;
import org.kartoteka.competitors.PresenceData;
import org.kartoteka.competitors.PresenceId;
import org.kartoteka.competitors.PresenceQuery;
import org.kartoteka.competitors.PresenceView;
import org.kartoteka.competitors.Presences;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.http.MergePatch;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Presences of competitors at customers. */
@Component(service = PresencesResource.class)
@HttpResource
@Path(PresencesResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public final class PresencesResource {

  static final String PATH = "competitors/presences";

  private final Presences presences;

  @Activate
  public PresencesResource(@Reference Presences presences) {
    this.presences = presences;
  }

  /** A page of presences. */
  @GET
  @Operation(
      operationId = "competitors.listPresences",
      summary = "List which competitors supply which customers")
  public Page<PresenceView> list(
      @QueryParam("competitorId") PartyId competitor,
      @QueryParam("customerId") PartyId customer,
      @QueryParam("certainty") Certainty certainty,
      @Parameter(description = "Only those that go on today") @QueryParam("current")
          Boolean current,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after,
      @QueryParam("sort") String sort) {
    return presences.page(
        new PresenceQuery(competitor, customer, certainty, Boolean.TRUE.equals(current)),
        PageRequest.of(limit, after, sort));
  }

  /** Records a presence. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "competitors.recordPresence",
      summary = "Record that a competitor supplies a customer")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = PresenceView.class)))
  public Response record(PresenceData data, @Context UriInfo address) {
    PresenceView recorded = presences.record(data);
    return Answers.created(address, PATH, recorded.id(), recorded);
  }

  /** One presence. */
  @GET
  @Path("{id}")
  @Operation(operationId = "competitors.readPresence", summary = "Read a presence")
  public PresenceView read(@PathParam("id") PresenceId id) {
    return presences.get(id);
  }

  /** Changes a presence. */
  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Operation(operationId = "competitors.changePresence", summary = "Change a presence")
  public PresenceView change(
      @PathParam("id") PresenceId id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Schema(implementation = PresenceData.class) MergePatch patch) {
    ExpectedRevision revision = ExpectedRevision.ifMatch(ifMatch);
    PresenceView before = presences.get(id);
    return presences.change(id, revision, patch.applyTo(before, PresenceData.class));
  }

  /** Removes a presence. */
  @DELETE
  @Path("{id}")
  @Operation(
      operationId = "competitors.removePresence",
      summary = "Remove a presence that never was")
  public void remove(
      @PathParam("id") PresenceId id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    presences.remove(id, ExpectedRevision.ifMatch(ifMatch));
  }
}
