package org.kartoteka.competitors.internal.rest;

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
import org.kartoteka.competitors.CompetitorProducts;
import org.kartoteka.competitors.Competitors;
import org.kartoteka.competitors.ProductData;
import org.kartoteka.competitors.ProductQuery;
import org.kartoteka.competitors.ProductView;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The products of one competitor. */
@Component(service = CompetitorProductsResource.class)
@HttpResource
@Path("competitors/{id}/products")
@Produces(MediaType.APPLICATION_JSON)
public final class CompetitorProductsResource {

  private final Competitors competitors;
  private final CompetitorProducts products;

  @Activate
  public CompetitorProductsResource(
      @Reference Competitors competitors, @Reference CompetitorProducts products) {
    this.competitors = competitors;
    this.products = products;
  }

  /** A page of a competitor's products. */
  @GET
  @Operation(
      operationId = "competitors.listProductsOf",
      summary = "List the products of a competitor with the prices observed last")
  public Page<ProductView> list(
      @PathParam("id") PartyId competitor,
      @QueryParam("query") String text,
      @QueryParam("category") String category,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after,
      @QueryParam("sort") String sort) {
    competitors.get(competitor);
    return products.page(
        new ProductQuery(text, competitor, category), PageRequest.of(limit, after, sort));
  }

  /** Adds a product. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "competitors.addProduct", summary = "Add a product of a competitor")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ProductView.class)))
  public Response add(
      @PathParam("id") PartyId competitor, ProductData data, @Context UriInfo address) {
    ProductView added = products.add(competitor, data);
    return Answers.created(address, ProductsResource.PATH, added.id(), added);
  }
}
