package org.kartoteka.sales.internal.rest;

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
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.http.MergePatch;
import org.kartoteka.sales.Catalogue;
import org.kartoteka.sales.ProductData;
import org.kartoteka.sales.ProductGroupId;
import org.kartoteka.sales.ProductId;
import org.kartoteka.sales.ProductKind;
import org.kartoteka.sales.ProductQuery;
import org.kartoteka.sales.ProductView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Products and services. */
@Component(service = ProductsResource.class)
@HttpResource
@Path(ProductsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public final class ProductsResource {

  static final String PATH = "sales/products";

  private final Catalogue catalogue;

  @Activate
  public ProductsResource(@Reference Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** A page of products. */
  @GET
  @Operation(operationId = "sales.listProducts", summary = "List products and services")
  public Page<ProductView> list(
      @QueryParam("query") String text,
      @QueryParam("groupId") ProductGroupId group,
      @QueryParam("kind") ProductKind kind,
      @Parameter(description = "Only those that can be sold") @QueryParam("active") Boolean active,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after,
      @QueryParam("sort") String sort) {
    return catalogue.page(
        new ProductQuery(text, group, kind, Boolean.TRUE.equals(active)),
        PageRequest.of(limit, after, sort));
  }

  /** Adds a product. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "sales.addProduct", summary = "Add a product or service")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ProductView.class)))
  public Response add(ProductData data, @Context UriInfo address) {
    ProductView made = catalogue.add(data);
    return Answers.created(address, PATH, made.id(), made);
  }

  /** One product. */
  @GET
  @Path("{id}")
  @Operation(operationId = "sales.readProduct", summary = "Read a product or service")
  public ProductView read(@PathParam("id") ProductId id) {
    return catalogue.get(id);
  }

  /** Changes a product. */
  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Operation(operationId = "sales.changeProduct", summary = "Change a product or service")
  public ProductView change(
      @PathParam("id") ProductId id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Schema(implementation = ProductData.class) MergePatch patch) {
    ExpectedRevision revision = ExpectedRevision.ifMatch(ifMatch);
    ProductView before = catalogue.get(id);
    return catalogue.change(id, revision, patch.applyTo(before, ProductData.class));
  }

  /** Removes a product. */
  @DELETE
  @Path("{id}")
  @Operation(operationId = "sales.removeProduct", summary = "Remove a product that was never sold")
  public void remove(
      @PathParam("id") ProductId id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    catalogue.remove(id, ExpectedRevision.ifMatch(ifMatch));
  }
}
