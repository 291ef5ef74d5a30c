package org.kartoteka.rest.internal.resource;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.security.RoleView;
import org.kartoteka.platform.api.security.ScopeGrant;
import org.kartoteka.platform.api.security.UserDirectory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The roles of this installation. */
@Component(service = RolesResource.class)
@HttpResource
@Path("roles")
@Produces(MediaType.APPLICATION_JSON)
public final class RolesResource {

  private final UserDirectory users;

  @Activate
  public RolesResource(@Reference UserDirectory users) {
    this.users = users;
  }

  /**
   * What a role allows.
   *
   * @param scopes how far it lets actions reach; null leaves them as they are, for a new role they
   *     must be said: an empty list reaches nothing
   */
  public record RoleRequest(List<String> permissions, List<ScopeGrant> scopes) {}

  /** All roles. */
  @GET
  @Operation(summary = "List roles")
  public Page<RoleView> list() {
    return Page.whole(users.roles());
  }

  /** One role. */
  @GET
  @Path("{name}")
  @Operation(summary = "Read a role")
  public RoleView read(@PathParam("name") String name) {
    return find(name).orElseThrow(() -> new NotFound("role", name));
  }

  /** Adds or changes a role. */
  @PUT
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Add or change a role")
  public RoleView save(@PathParam("name") String name, RoleRequest request) {
    if (request.permissions() == null) {
      throw new InvalidInput(FieldError.of("permissions", "required"));
    }
    boolean standard = find(name).map(RoleView::standard).orElse(false);
    return users.saveRole(new RoleView(name, standard, request.permissions(), request.scopes()));
  }

  /** Removes a role. */
  @DELETE
  @Path("{name}")
  @Operation(summary = "Remove a role that nobody has any more")
  public void remove(@PathParam("name") String name) {
    users.removeRole(name);
  }

  private Optional<RoleView> find(String name) {
    return users.roles().stream().filter(role -> role.name().equals(name)).findFirst();
  }
}
