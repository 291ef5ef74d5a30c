package org.kartoteka.sales.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.sales.NumberSeries;
import org.kartoteka.sales.NumberSeriesBook;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Series of numbers. */
@Component(service = SeriesResource.class)
@HttpResource
@Path(SeriesResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public final class SeriesResource {

  static final String PATH = "sales/series";

  private final NumberSeriesBook series;

  @Activate
  public SeriesResource(@Reference NumberSeriesBook series) {
    this.series = series;
  }

  /** All series. */
  @GET
  @Operation(operationId = "sales.listSeries", summary = "List the series of numbers")
  public Page<NumberSeries> list() {
    return Page.whole(series.all());
  }

  /** Sets a series. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "sales.setSeries",
      summary = "Add a series of numbers, or change one that was not begun")
  public NumberSeries set(NumberSeries one) {
    series.set(one);
    return one;
  }
}
