package org.kartoteka.rest.internal.resource;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.security.PermissionView;
import org.kartoteka.platform.api.security.UserDirectory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All permissions that were ever declared. */
@Component(service = PermissionsResource.class)
@HttpResource
@Path("permissions")
@Produces(MediaType.APPLICATION_JSON)
public final class PermissionsResource {

  private final UserDirectory users;

  @Activate
  public PermissionsResource(@Reference UserDirectory users) {
    this.users = users;
  }

  /** All permissions. */
  @GET
  @Operation(summary = "List permissions, those of stopped features included")
  public Page<PermissionView> list() {
    return Page.whole(users.permissions());
  }
}
