package org.kartoteka.rest.internal.resource;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.kartoteka.rest.internal.openapi.ApiDescription;

/** The description of this API. */
@Path("openapi.json")
@Produces(MediaType.APPLICATION_JSON)
public final class OpenApiResource {

  private final ApiDescription description;

  public OpenApiResource(ApiDescription description) {
    this.description = description;
  }

  /** The description in OpenAPI 3.0. */
  @GET
  @Operation(summary = "Describe this API in OpenAPI 3.0")
  @ApiResponse(
      responseCode = "200",
      description = "An OpenAPI document",
      content = @Content(schema = @Schema(implementation = Map.class)))
  public Response read() {
    return Response.ok(description.json()).build();
  }
}
