package org.kartoteka.competitors.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
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
import org.kartoteka.competitors.CompetitorProducts;
import org.kartoteka.competitors.ProductData;
import org.kartoteka.competitors.ProductId;
import org.kartoteka.competitors.ProductQuery;
import org.kartoteka.competitors.ProductView;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.http.MergePatch;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The products of all competitors. */
@Component(service = ProductsResource.class)
@HttpResource
@Path(ProductsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public final class ProductsResource {

  static final String PATH = "competitors/products";

  private final CompetitorProducts products;

  @Activate
  public ProductsResource(@Reference CompetitorProducts products) {
    this.products = products;
  }

  /** A page of products. */
  @GET
  @Operation(
      operationId = "competitors.listProducts",
      summary = "List competitors' products with the prices observed last")
  public Page<ProductView> list(
      @QueryParam("query") String text,
      @QueryParam("competitorId") PartyId competitor,
      @QueryParam("category") String category,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after,
      @QueryParam("sort") String sort) {
    return products.page(
        new ProductQuery(text, competitor, category), PageRequest.of(limit, after, sort));
  }

  /** One product. */
  @GET
  @Path("{id}")
  @Operation(operationId = "competitors.readProduct", summary = "Read a product of a competitor")
  public ProductView read(@PathParam("id") ProductId id) {
    return products.get(id);
  }

  /** Changes a product. */
  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Operation(operationId = "competitors.changeProduct", summary = "Change a product")
  public ProductView change(
      @PathParam("id") ProductId id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Schema(implementation = ProductData.class) MergePatch patch) {
    ExpectedRevision revision = ExpectedRevision.ifMatch(ifMatch);
    ProductView before = products.get(id);
    return products.change(id, revision, patch.applyTo(before, ProductData.class));
  }

  /** Removes a product. */
  @DELETE
  @Path("{id}")
  @Operation(
      operationId = "competitors.removeProduct",
      summary = "Remove a product",
      description = "Refused while prices of it are recorded")
  public void remove(
      @PathParam("id") ProductId id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    products.remove(id, ExpectedRevision.ifMatch(ifMatch));
  }
}
