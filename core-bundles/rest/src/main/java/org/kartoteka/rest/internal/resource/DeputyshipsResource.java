package org.kartoteka.rest.internal.resource;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.Deputies;
import org.kartoteka.platform.api.security.DeputyshipData;
import org.kartoteka.platform.api.security.DeputyshipId;
import org.kartoteka.platform.api.security.DeputyshipView;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who stands in for whom while somebody is away. */
@Component(service = DeputyshipsResource.class)
@HttpResource
@Path("deputyships")
@Produces(MediaType.APPLICATION_JSON)
public final class DeputyshipsResource {

  private final Deputies deputies;
  private final CurrentUser currentUser;

  @Activate
  public DeputyshipsResource(@Reference Deputies deputies, @Reference CurrentUser currentUser) {
    this.deputies = deputies;
    this.currentUser = currentUser;
  }

  /** Those that last or are to come. */
  @GET
  @Operation(summary = "List the deputyships of a user that last or are to come")
  public Page<DeputyshipView> list(
      @Parameter(description = "Who is away or stands in; the caller when missing")
          @QueryParam("user")
          UserId user) {
    return Page.whole(deputies.of(user == null ? currentUser.require().id() : user));
  }

  /** Arranges one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Arrange who stands in for somebody who is away",
      description =
          "For oneself, for somebody below oneself, or with security.user.manage for anybody; both"
              + " days belong to it")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = DeputyshipView.class)))
  public Response arrange(DeputyshipData data) {
    return Response.status(Response.Status.CREATED).entity(deputies.arrange(data)).build();
  }

  /** Ends one. */
  @DELETE
  @Path("{id}")
  @Operation(summary = "End a deputyship, or let it not begin")
  public void end(@PathParam("id") DeputyshipId id) {
    deputies.end(id);
  }
}
