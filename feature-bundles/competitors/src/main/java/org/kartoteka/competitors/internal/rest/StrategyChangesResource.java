package org.kartoteka.competitors.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.kartoteka.competitors.StrategyChangeData;
import org.kartoteka.competitors.StrategyChangeId;
import org.kartoteka.competitors.StrategyChangeQuery;
import org.kartoteka.competitors.StrategyChangeView;
import org.kartoteka.competitors.StrategyChanges;
import org.kartoteka.competitors.StrategyKind;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.http.MergePatch;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The strategy changes of all competitors. */
@Component(service = StrategyChangesResource.class)
@HttpResource
@Path(StrategyChangesResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public final class StrategyChangesResource {

  static final String PATH = "competitors/strategy-changes";

  private final StrategyChanges changes;

  @Activate
  public StrategyChangesResource(@Reference StrategyChanges changes) {
    this.changes = changes;
  }

  /** A page of strategy changes. */
  @GET
  @Operation(operationId = "competitors.listStrategyChanges", summary = "List strategy changes")
  public Page<StrategyChangeView> list(
      @QueryParam("query") String text,
      @QueryParam("competitorId") PartyId competitor,
      @QueryParam("kind") StrategyKind kind,
      @QueryParam("ownerId") UserId owner,
      @Parameter(description = "Only those that wait for our reaction") @QueryParam("open")
          Boolean open,
      @QueryParam("from") LocalDate from,
      @QueryParam("to") LocalDate to,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after,
      @QueryParam("sort") String sort) {
    return changes.page(
        new StrategyChangeQuery(text, competitor, kind, owner, Boolean.TRUE.equals(open), from, to),
        PageRequest.of(limit, after, sort));
  }

  /** One strategy change. */
  @GET
  @Path("{id}")
  @Operation(operationId = "competitors.readStrategyChange", summary = "Read a strategy change")
  public StrategyChangeView read(@PathParam("id") StrategyChangeId id) {
    return changes.get(id);
  }

  /** Changes what is known of it, or our reaction. */
  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Operation(
      operationId = "competitors.changeStrategyChange",
      summary = "Change what is known of a strategy change, or our reaction")
  public StrategyChangeView change(
      @PathParam("id") StrategyChangeId id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Schema(implementation = StrategyChangeData.class) MergePatch patch) {
    ExpectedRevision revision = ExpectedRevision.ifMatch(ifMatch);
    StrategyChangeView before = changes.get(id);
    return changes.change(id, revision, patch.applyTo(before, StrategyChangeData.class));
  }

  /** Removes a record. */
  @DELETE
  @Path("{id}")
  @Operation(operationId = "competitors.removeStrategyChange", summary = "Remove a strategy change")
  public void remove(
      @PathParam("id") StrategyChangeId id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    changes.remove(id, ExpectedRevision.ifMatch(ifMatch));
  }
}
