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
import java.util.Locale;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.health.Health;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.security.CurrentUser;

/** Whether the product can serve, and what its parts say. */
@Path("health")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {

  private final Health health;
  private final Messages messages;
  private final CurrentUser currentUser;

  public HealthResource(Health health, Messages messages, CurrentUser currentUser) {
    this.health = health;
    this.messages = messages;
    this.currentUser = currentUser;
  }

  /** {@code UP} or {@code DOWN}. */
  public record Liveness(String status) {}

  /**
   * What a part says of itself.
   *
   * @param problem what is wrong, in the asker's language; null when all is well
   */
  public record Part(String feature, String problem) {}

  /** Whether the product can serve. */
  @GET
  @Operation(summary = "Tell whether the product can serve")
  @ApiResponse(
      responseCode = "200",
      description = "It can",
      content = @Content(schema = @Schema(implementation = Liveness.class)))
  @ApiResponse(
      responseCode = "503",
      description = "It cannot, or not yet",
      content = @Content(schema = @Schema(implementation = Liveness.class)))
  public Response liveness() {
    return health.canServe()
        ? Response.ok(new Liveness("UP")).build()
        : Response.status(503).entity(new Liveness("DOWN")).build();
  }

  /** What every part says of itself. */
  @GET
  @Path("details")
  @Operation(summary = "List what every part says of itself")
  public Page<Part> details() {
    Locale locale = currentUser.require().locale();
    return Page.whole(
        health.findings().stream()
            .map(
                finding ->
                    new Part(
                        finding.feature(),
                        finding.problem() == null
                            ? null
                            : messages.find(locale, finding.problem()).orElse(finding.problem())))
            .toList());
  }
}
