package org.kartoteka.competitors.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
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
import java.time.LocalDate;
import org.kartoteka.competitors.Competitors;
import org.kartoteka.competitors.StrategyChangeData;
import org.kartoteka.competitors.StrategyChangeQuery;
import org.kartoteka.competitors.StrategyChangeView;
import org.kartoteka.competitors.StrategyChanges;
import org.kartoteka.competitors.StrategyKind;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The strategy changes of one competitor. */
@Component(service = CompetitorStrategyChangesResource.class)
@HttpResource
@Path("competitors/{id}/strategy-changes")
@Produces(MediaType.APPLICATION_JSON)
public final class CompetitorStrategyChangesResource {

  private final Competitors competitors;
  private final StrategyChanges changes;

  @Activate
  public CompetitorStrategyChangesResource(
      @Reference Competitors competitors, @Reference StrategyChanges changes) {
    this.competitors = competitors;
    this.changes = changes;
  }

  /** A page of a competitor's strategy changes. */
  @GET
  @Operation(
      operationId = "competitors.listStrategyChangesOf",
      summary = "List the strategy changes of a competitor")
  public Page<StrategyChangeView> list(
      @PathParam("id") PartyId competitor,
      @QueryParam("query") String text,
      @QueryParam("kind") StrategyKind kind,
      @QueryParam("ownerId") UserId owner,
      @Parameter(description = "Only those that wait for our reaction") @QueryParam("open")
          Boolean open,
      @QueryParam("from") LocalDate from,
      @QueryParam("to") LocalDate to,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after,
      @QueryParam("sort") String sort) {
    competitors.get(competitor);
    return changes.page(
        new StrategyChangeQuery(text, competitor, kind, owner, Boolean.TRUE.equals(open), from, to),
        PageRequest.of(limit, after, sort));
  }

  /** Records a strategy change. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "competitors.recordStrategyChange",
      summary = "Record a change in a competitor's strategy")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = StrategyChangeView.class)))
  public Response record(
      @PathParam("id") PartyId competitor, StrategyChangeData data, @Context UriInfo address) {
    StrategyChangeView recorded = changes.record(competitor, data);
    return Answers.created(address, StrategyChangesResource.PATH, recorded.id(), recorded);
  }
}
