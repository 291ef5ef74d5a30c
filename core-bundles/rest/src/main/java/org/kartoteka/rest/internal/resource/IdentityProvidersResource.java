package org.kartoteka.rest.internal.resource;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.identity.ProviderSetupView;
import org.kartoteka.platform.api.identity.ProviderSetups;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The directories and OpenID providers by which people may sign in. */
@Component(service = IdentityProvidersResource.class)
@HttpResource
@Path("identity-providers")
@Produces(MediaType.APPLICATION_JSON)
public final class IdentityProvidersResource {

  private final ProviderSetups setups;

  @Activate
  public IdentityProvidersResource(@Reference ProviderSetups setups) {
    this.setups = setups;
  }

  /**
   * Settings of a provider.
   *
   * @param settings all that is chosen; what is left out holds as usual
   * @param secret null keeps the present one, an empty one removes it
   */
  public record SetupRequest(Map<String, String> settings, String secret) {}

  /** All providers. */
  @GET
  @Operation(
      summary = "List the identity providers, in use or not",
      description = "Those of stopped bundles are missing; their settings are kept")
  public Page<ProviderSetupView> list() {
    return Page.whole(setups.all());
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
}
