package org.kartoteka.rest.internal.resource;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import java.util.TreeSet;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.security.SecondFactor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The roles whose users must have a second factor. */
@Component(service = SecondFactorRolesResource.class)
@HttpResource
@Path("second-factor-roles")
@Produces(MediaType.APPLICATION_JSON)
public final class SecondFactorRolesResource {

  private final SecondFactor secondFactor;

  @Activate
  public SecondFactorRolesResource(@Reference SecondFactor secondFactor) {
    this.secondFactor = secondFactor;
  }

  /** The names of roles. */
  public record Roles(Set<String> roles) {}

  /** The roles. */
  @GET
  @Operation(summary = "Tell which roles demand a second factor")
  public Roles read() {
    return new Roles(new TreeSet<>(secondFactor.demandingRoles()));
  }

  /** Chooses the roles. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Choose which roles demand a second factor")
  public Roles choose(Roles chosen) {
    secondFactor.demandFrom(chosen.roles() == null ? Set.of() : chosen.roles());
    return read();
  }
}
