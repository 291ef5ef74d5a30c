package org.kartoteka.commissions.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.kartoteka.commissions.DealEstimate;
import org.kartoteka.commissions.DealIdea;
import org.kartoteka.commissions.DryRunOrder;
import org.kartoteka.commissions.DryRunView;
import org.kartoteka.commissions.DryRuns;
import org.kartoteka.platform.api.http.HttpResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Questions that touch nothing. */
@Component(service = DryRunsResource.class)
@HttpResource
@Path("commissions")
@Produces(MediaType.APPLICATION_JSON)
public final class DryRunsResource {

  private final DryRuns dryRuns;

  @Activate
  public DryRunsResource(@Reference DryRuns dryRuns) {
    this.dryRuns = dryRuns;
  }

  /** What a plan would have come to. */
  @POST
  @Path("dry-runs")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "commissions.dryRun",
      summary = "Ask what a plan would have come to; nothing is written")
  public DryRunView run(DryRunOrder order) {
    return dryRuns.run(order);
  }

  /** What a deal would bring. */
  @POST
  @Path("estimates")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "commissions.estimate",
      summary = "Ask what a deal would bring oneself; nothing is written")
  public DealEstimate estimate(DealIdea idea) {
    return dryRuns.estimate(idea);
  }
}
