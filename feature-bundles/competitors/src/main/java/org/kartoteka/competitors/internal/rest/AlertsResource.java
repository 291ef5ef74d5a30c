package org.kartoteka.competitors.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.kartoteka.competitors.AlertId;
import org.kartoteka.competitors.AlertView;
import org.kartoteka.competitors.WatchList;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The caller's alerts. */
@Component(service = AlertsResource.class)
@HttpResource
@Path("competitors/alerts")
@Produces(MediaType.APPLICATION_JSON)
public final class AlertsResource {

  private final WatchList watchList;

  @Activate
  public AlertsResource(@Reference WatchList watchList) {
    this.watchList = watchList;
  }

  /** Whether an alert was seen. */
  public record Mark(Boolean seen) {}

  /** A page of alerts. */
  @GET
  @Operation(operationId = "competitors.listAlerts", summary = "List my alerts")
  public Page<AlertView> list(
      @Parameter(description = "Only those not seen yet") @QueryParam("unseen") Boolean unseen,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after,
      @QueryParam("sort") String sort) {
    return watchList.alerts(Boolean.TRUE.equals(unseen), PageRequest.of(limit, after, sort));
  }

  /** Marks an alert as seen or not seen; the last mark wins. */
  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Operation(operationId = "competitors.markAlert", summary = "Mark an alert as seen or not seen")
  public AlertView mark(@PathParam("id") AlertId id, Mark mark) {
    if (mark.seen() == null) {
      throw new InvalidInput(FieldError.of("seen", "required"));
    }
    return watchList.mark(id, mark.seen());
  }

  /** Marks all alerts as seen. */
  @POST
  @Path("seen")
  @Operation(operationId = "competitors.markAllAlerts", summary = "Mark all my alerts as seen")
  public void markAll() {
    watchList.markAllSeen();
  }
}
