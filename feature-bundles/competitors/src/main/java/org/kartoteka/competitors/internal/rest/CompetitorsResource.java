package org.kartoteka.competitors.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
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
import org.kartoteka.competitors.AddCompetitor;
import org.kartoteka.competitors.CompetitorData;
import org.kartoteka.competitors.CompetitorQuery;
import org.kartoteka.competitors.CompetitorView;
import org.kartoteka.competitors.Competitors;
import org.kartoteka.competitors.Threat;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.http.MergePatch;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Competitors, by the ids of their parties. */
@Component(service = CompetitorsResource.class)
@HttpResource
@Path("competitors")
@Produces(MediaType.APPLICATION_JSON)
public final class CompetitorsResource {

  private final Competitors competitors;

  @Activate
  public CompetitorsResource(@Reference Competitors competitors) {
    this.competitors = competitors;
  }

  /** A page of competitors. */
  @GET
  @Operation(operationId = "competitors.list", summary = "List competitors")
  public Page<CompetitorView> list(
      @QueryParam("query") String text,
      @QueryParam("threat") Threat threat,
      @QueryParam("ownerId") UserId owner,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after,
      @QueryParam("sort") String sort) {
    return competitors.page(
        new CompetitorQuery(text, threat, owner), PageRequest.of(limit, after, sort));
  }

  /** Begins to observe a party. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "competitors.add",
      summary = "Observe a party as a competitor",
      description = "Either the partyId of a party of the register, or the name of a new one")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = CompetitorView.class)))
  public Response add(AddCompetitor order, @Context UriInfo address) {
    CompetitorView added = competitors.add(order);
    return Answers.created(address, "competitors", added.id(), added);
  }

  /** One competitor. */
  @GET
  @Path("{id}")
  @Operation(operationId = "competitors.read", summary = "Read a competitor")
  public CompetitorView read(@PathParam("id") PartyId id) {
    return competitors.get(id);
  }

  /** Changes what we think of a competitor. */
  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Operation(operationId = "competitors.change", summary = "Change what is said of a competitor")
  public CompetitorView change(
      @PathParam("id") PartyId id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Schema(implementation = CompetitorData.class) MergePatch patch) {
    ExpectedRevision revision = ExpectedRevision.ifMatch(ifMatch);
    CompetitorView before = competitors.get(id);
    return competitors.change(id, revision, patch.applyTo(before, CompetitorData.class));
  }

  /** Ends observing a party. */
  @DELETE
  @Path("{id}")
  @Operation(
      operationId = "competitors.remove",
      summary = "Stop observing a competitor",
      description = "Refused while there are records of it")
  public void remove(
      @PathParam("id") PartyId id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    competitors.remove(id, ExpectedRevision.ifMatch(ifMatch));
  }
}
