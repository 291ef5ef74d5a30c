package org.kartoteka.rest.internal.resource;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.identity.BackChannelLogout;
import org.kartoteka.platform.api.identity.ProviderSetupView;
import org.kartoteka.platform.api.identity.ProviderSetups;
import org.kartoteka.platform.api.problem.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The directories and OpenID providers by which people may sign in. */
@Component(service = IdentityProvidersResource.class)
@HttpResource
@Path("identity-providers")
@Produces(MediaType.APPLICATION_JSON)
public final class IdentityProvidersResource {

  private static final String LOGOUT_TOKEN = "logout_token";

  private final ProviderSetups setups;
  private final BackChannelLogout logouts;

  @Activate
  public IdentityProvidersResource(
      @Reference ProviderSetups setups, @Reference BackChannelLogout logouts) {
    this.setups = setups;
    this.logouts = logouts;
  }

  /**
   * A new provider.
   *
   * @param id its short name for good, such as {@code keycloak}
   * @param kind {@code ldap} or {@code oidc}
   * @param settings all that is chosen; what is left out holds as usual
   * @param secret may be missing
   */
  public record NewSetup(String id, String kind, Map<String, String> settings, String secret) {}

  /**
   * Settings of a provider.
   *
   * @param settings all that is chosen; what is left out holds as usual
   * @param secret null keeps the present one, an empty one removes it
   */
  public record SetupRequest(Map<String, String> settings, String secret) {}

  /**
   * The form in which a provider tells of a sign-out, named as the standard has it.
   *
   * @param logout_token what it has signed
   */
  public record LogoutNotice(String logout_token) {}

  /** All providers. */
  @GET
  @Operation(
      summary = "List the identity providers, in use or not",
      description = "Those of stopped bundles are missing; their settings are kept")
  public Page<ProviderSetupView> list() {
    return Page.whole(setups.all());
  }

  /** Adds a provider. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Add an identity provider",
      description =
          "Its id cannot be changed later. With inUse = true the settings are checked, an OpenID"
              + " provider has to answer. Needs a recent proof of who one is")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ProviderSetupView.class)))
  public Response add(NewSetup request, @Context UriInfo address) {
    ProviderSetupView added =
        setups.add(request.id(), request.kind(), request.settings(), request.secret());
    return Answers.created(address, "identity-providers", added.id(), added);
  }

  /** One provider. */
  @GET
  @Path("{id}")
  @Operation(summary = "Read how an identity provider is set up; its secret is never shown")
  public ProviderSetupView read(@PathParam("id") String id) {
    return setups.get(id);
  }

  /** Sets a provider up. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Set an identity provider up",
      description =
          "Replaces all settings; with inUse = true they are checked, an OpenID provider has to"
              + " answer. Needs a recent proof of who one is")
  public ProviderSetupView set(@PathParam("id") String id, SetupRequest request) {
    return setups.change(id, request.settings(), request.secret());
  }

  /** Removes a provider. */
  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Remove an identity provider",
      description = "409 while users sign in by it. Needs a recent proof of who one is")
  public void remove(@PathParam("id") String id) {
    setups.remove(id);
  }

  /** A provider tells that somebody has signed out there; no word tells it why that is not so. */
  @POST
  @Path("{id}/back-channel-logout")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(
      summary = "Tell that somebody has signed out at an OpenID provider",
      description =
          "For the provider itself (OpenID Connect Back-Channel Logout 1.0), which signs what it"
              + " tells in logout_token; nobody is signed in to do it")
  @ApiResponse(responseCode = "200", description = "His sessions here have ended")
  @ApiResponse(responseCode = "400", description = "The token proves nothing")
  public Response told(
      @PathParam("id") String id, @Schema(implementation = LogoutNotice.class) Form notice) {
    try {
      logouts.told(id, notice.asMap().getFirst(LOGOUT_TOKEN));
      return Response.ok().build();
    } catch (Problem refused) {
      return Response.status(Response.Status.BAD_REQUEST).build();
    }
  }
}
