package org.kartoteka.rest.internal.resource;

import io.swagger.v3.oas.annotations.Operation;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Set;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.security.IssueToken;
import org.kartoteka.platform.api.security.TokenView;
import org.kartoteka.platform.api.security.Tokens;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The caller's own tokens. */
@Component(service = MyTokensResource.class)
@HttpResource
@Path("me/tokens")
@Produces(MediaType.APPLICATION_JSON)
public final class MyTokensResource {

  private static final int USUAL_DAYS = 365;
  private static final int MOST_DAYS = 366;

  private final Tokens tokens;

  @Activate
  public MyTokensResource(@Reference Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * A token to be issued.
   *
   * @param days how long it is valid, 1 to 366; a year if not given
   * @param permissions what it may do at most; all that its user may if not given
   * @param readOnly whether it may only read
   */
  public record TokenRequest(
      String name, Integer days, Set<String> permissions, boolean readOnly) {}

  /** A token, shown this once. */
  public record IssuedToken(String token) {}

  /** The own tokens. */
  @GET
  @Operation(summary = "List my tokens")
  public Page<TokenView> list() {
    return Page.whole(tokens.mine());
  }

  /** Issues a token. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Issue a token for me",
      description =
          "It is shown this once. Asked with a password or in a browser, not with a token")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = IssuedToken.class)))
  public Response issue(TokenRequest request, @Context UriInfo address) {
    int days = request.days() == null ? USUAL_DAYS : request.days();
    if (days < 1 || days > MOST_DAYS) {
      throw new InvalidInput(FieldError.of("days", "range", 1, MOST_DAYS));
    }
    String token =
        tokens.issue(
            new IssueToken(
                request.name(), Duration.ofDays(days), request.permissions(), request.readOnly()));
    return Response.created(address.getAbsolutePath()).entity(new IssuedToken(token)).build();
  }

  /** Revokes a token. */
  @DELETE
  @Path("{id}")
  @Operation(summary = "Revoke a token of mine")
  public void revoke(@PathParam("id") Long id) {
    tokens.revoke(id);
  }
}
