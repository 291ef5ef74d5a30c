package org.kartoteka.sales.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.sales.Catalogue;
import org.kartoteka.sales.ProductGroupData;
import org.kartoteka.sales.ProductGroupId;
import org.kartoteka.sales.ProductGroupView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Product groups. */
@Component(service = ProductGroupsResource.class)
@HttpResource
@Path(ProductGroupsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public final class ProductGroupsResource {

  static final String PATH = "sales/product-groups";

  private final Catalogue catalogue;

  @Activate
  public ProductGroupsResource(@Reference Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** All groups. */
  @GET
  @Operation(operationId = "sales.listProductGroups", summary = "List all product groups")
  public Page<ProductGroupView> list() {
    return Page.whole(catalogue.groups());
  }

  /** Adds a group. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "sales.addProductGroup", summary = "Add a product group")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ProductGroupView.class)))
  public Response add(ProductGroupData data, @Context UriInfo address) {
    ProductGroupView made = catalogue.addGroup(data);
    return Answers.created(address, PATH, made.id(), made);
  }

  /** Changes a group. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "sales.changeProductGroup",
      summary = "Change a product group, or move it into another")
  public ProductGroupView change(
      @PathParam("id") ProductGroupId id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      ProductGroupData data) {
    return catalogue.changeGroup(id, ExpectedRevision.ifMatch(ifMatch), data);
  }

  /** Removes a group. */
  @DELETE
  @Path("{id}")
  @Operation(operationId = "sales.removeProductGroup", summary = "Remove an empty product group")
  public void remove(
      @PathParam("id") ProductGroupId id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    catalogue.removeGroup(id, ExpectedRevision.ifMatch(ifMatch));
  }
}
