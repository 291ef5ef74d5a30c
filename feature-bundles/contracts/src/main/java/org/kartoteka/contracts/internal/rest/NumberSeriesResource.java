package org.kartoteka.contracts.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.kartoteka.contracts.NumberSeries;
import org.kartoteka.contracts.NumberSeriesData;
import org.kartoteka.contracts.NumberSeriesId;
import org.kartoteka.contracts.NumberSeriesView;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.http.MergePatch;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Number series. */
@Component(service = NumberSeriesResource.class)
@HttpResource
@Path(NumberSeriesResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public final class NumberSeriesResource {

  static final String PATH = "contracts/number-series";

  private final NumberSeries series;

  @Activate
  public NumberSeriesResource(@Reference NumberSeries series) {
    this.series = series;
  }

  /** All series. */
  @GET
  @Operation(operationId = "contracts.listSeries", summary = "List the number series")
  public Page<NumberSeriesView> list() {
    return Page.whole(series.all());
  }

  /** Adds a series. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "contracts.addSeries", summary = "Add a number series")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = NumberSeriesView.class)))
  public Response add(NumberSeriesData data, @Context UriInfo address) {
    NumberSeriesView added = series.add(data);
    return Answers.created(address, PATH, added.id(), added);
  }

  /** One series. */
  @GET
  @Path("{id}")
  @Operation(operationId = "contracts.readSeries", summary = "Read a number series")
  public NumberSeriesView read(@PathParam("id") NumberSeriesId id) {
    return series.get(id);
  }

  /** Changes a series. */
  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Operation(operationId = "contracts.changeSeries", summary = "Change a number series")
  public NumberSeriesView change(
      @PathParam("id") NumberSeriesId id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Schema(implementation = NumberSeriesData.class) MergePatch patch) {
    ExpectedRevision revision = ExpectedRevision.ifMatch(ifMatch);
    NumberSeriesView before = series.get(id);
    return series.change(id, revision, patch.applyTo(before, NumberSeriesData.class));
  }
}
