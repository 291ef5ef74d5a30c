package org.kartoteka.sales.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
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
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.sales.RecurringInvoices;
import org.kartoteka.sales.RunId;
import org.kartoteka.sales.RunOrder;
import org.kartoteka.sales.RunPreview;
import org.kartoteka.sales.RunView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs of recurring invoices. */
@Component(service = RunsResource.class)
@HttpResource
@Path(RunsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public final class RunsResource {

  static final String PATH = "sales/runs";

  private static final int SHOWN = 100;

  private final RecurringInvoices runs;

  @Activate
  public RunsResource(@Reference RecurringInvoices runs) {
    this.runs = runs;
  }

  /** The latest runs. */
  @GET
  @Operation(operationId = "sales.listRuns", summary = "List the latest runs of recurring invoices")
  public Page<RunView> list() {
    return Page.whole(runs.latest(SHOWN));
  }

  /** What a run would invoice. */
  @GET
  @Path("preview")
  @Operation(operationId = "sales.previewRun", summary = "What a run would invoice")
  public RunPreview preview(@QueryParam("day") LocalDate day) {
    return runs.preview(day);
  }

  /** Starts a run. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "sales.startRun", summary = "Start a run of recurring invoices")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = RunView.class)))
  public Response start(RunOrder order, @Context UriInfo address) {
    RunView made = runs.start(order);
    return Answers.created(address, PATH, made.id(), made);
  }

  /** One run. */
  @GET
  @Path("{id}")
  @Operation(operationId = "sales.readRun", summary = "Read how far a run is")
  public RunView read(@PathParam("id") RunId id) {
    return runs.get(id);
  }

  /** Ends a run. */
  @POST
  @Path("{id}/stop")
  @Operation(operationId = "sales.stopRun", summary = "End a run after the parties it is at")
  public RunView stop(@PathParam("id") RunId id) {
    return runs.stop(id);
  }
}
