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
import java.time.LocalDate;
import org.kartoteka.competitors.PriceObservationData;
import org.kartoteka.competitors.PriceObservationId;
import org.kartoteka.competitors.PriceObservationQuery;
import org.kartoteka.competitors.PriceObservationView;
import org.kartoteka.competitors.PriceObservations;
import org.kartoteka.competitors.PriceSeries;
import org.kartoteka.competitors.ProductId;
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

/** Observed prices. */
@Component(service = PriceObservationsResource.class)
@HttpResource
@Path(PriceObservationsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public final class PriceObservationsResource {

  static final String PATH = "competitors/price-observations";

  private static final int USUAL_SERIES = 8;

  private final PriceObservations prices;

  @Activate
  public PriceObservationsResource(@Reference PriceObservations prices) {
    this.prices = prices;
  }

  /** A page of observed prices. */
  @GET
  @Operation(operationId = "competitors.listPrices", summary = "List observed prices")
  public Page<PriceObservationView> list(
      @Parameter(description = "Words of the product") @QueryParam("query") String text,
      @QueryParam("competitorId") PartyId competitor,
      @QueryParam("productId") ProductId product,
      @QueryParam("customerId") PartyId customer,
      @QueryParam("currency") String currency,
      @QueryParam("from") LocalDate from,
      @QueryParam("to") LocalDate to,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after,
      @QueryParam("sort") String sort) {
    return prices.page(
        new PriceObservationQuery(text, competitor, product, customer, currency, from, to),
        PageRequest.of(limit, after, sort));
  }

  /** How prices went over time. */
  @GET
  @Path("series")
  @Operation(
      operationId = "competitors.priceSeries",
      summary = "Tell how prices went, a series for each product and currency")
  public Page<PriceSeries> series(
      @Parameter(description = "Words of the product") @QueryParam("query") String text,
      @QueryParam("competitorId") PartyId competitor,
      @QueryParam("productId") ProductId product,
      @QueryParam("customerId") PartyId customer,
      @QueryParam("currency") String currency,
      @QueryParam("from") LocalDate from,
      @QueryParam("to") LocalDate to,
      @Parameter(description = "How many series at most, 1 to 20; 8 if not given")
          @QueryParam("limit")
          Integer limit) {
    return new Page<>(
        prices.series(
            new PriceObservationQuery(text, competitor, product, customer, currency, from, to),
            limit == null ? USUAL_SERIES : limit),
        null);
  }

  /** Records an observed price. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "competitors.recordPrice", summary = "Record an observed price")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = PriceObservationView.class)))
  public Response record(PriceObservationData data, @Context UriInfo address) {
    PriceObservationView recorded = prices.record(data);
    return Answers.created(address, PATH, recorded.id(), recorded);
  }

  /** One observed price. */
  @GET
  @Path("{id}")
  @Operation(operationId = "competitors.readPrice", summary = "Read an observed price")
  public PriceObservationView read(@PathParam("id") PriceObservationId id) {
    return prices.get(id);
  }

  /** Corrects an observed price. */
  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Operation(operationId = "competitors.changePrice", summary = "Correct an observed price")
  public PriceObservationView change(
      @PathParam("id") PriceObservationId id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Schema(implementation = PriceObservationData.class) MergePatch patch) {
    ExpectedRevision revision = ExpectedRevision.ifMatch(ifMatch);
    PriceObservationView before = prices.get(id);
    return prices.change(id, revision, patch.applyTo(before, PriceObservationData.class));
  }

  /** Removes an observed price. */
  @DELETE
  @Path("{id}")
  @Operation(operationId = "competitors.removePrice", summary = "Remove an observed price")
  public void remove(
      @PathParam("id") PriceObservationId id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    prices.remove(id, ExpectedRevision.ifMatch(ifMatch));
  }
}
