package org.kartoteka.rest.internal.resource;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.http.MergePatch;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.GivenPassword;
import org.kartoteka.platform.api.security.UserData;
import org.kartoteka.platform.api.security.UserDirectory;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The users of this installation. */
@Component(service = UsersResource.class)
@HttpResource
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
public final class UsersResource {

  private final UserDirectory users;
  private final UnitOfWork unitOfWork;

  @Activate
  public UsersResource(@Reference UserDirectory users, @Reference UnitOfWork unitOfWork) {
    this.users = users;
    this.unitOfWork = unitOfWork;
  }

  /**
   * A user to be added.
   *
   * @param temporary whether he has to choose a password of his own when he signs in first
   */
  public record NewUser(
      String name,
      String fullName,
      String email,
      String language,
      List<String> roles,
      boolean blocked,
      BranchId branchId,
      UserId superiorId,
      String password,
      boolean temporary) {

    UserData data() {
      return new UserData(name, fullName, email, language, roles, blocked, branchId, superiorId);
    }
  }

  /** All users. */
  @GET
  @Operation(summary = "List users")
  public Page<UserView> list() {
    return Page.whole(users.users());
  }

  /** Adds a user. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Add a user")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = UserView.class)))
  public Response add(NewUser request, @Context UriInfo address) {
    UserView user =
        users.add(request.data(), new GivenPassword(request.password(), request.temporary()));
    return Answers.created(address, "users", user.id(), user);
  }

  /** One user. */
  @GET
  @Path("{id}")
  @Operation(summary = "Read a user")
  public UserView read(@PathParam("id") UserId id) {
    return users.user(id).orElseThrow(() -> new NotFound("user", id.value()));
  }

  /** Changes a user. */
  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Operation(summary = "Change a user")
  public UserView change(
      @PathParam("id") UserId id,
      @HeaderParam("If-Match") String revision,
      @Schema(implementation = UserData.class) MergePatch patch) {
    ExpectedRevision expected = ExpectedRevision.ifMatch(revision);
    return unitOfWork.call(
        () -> users.change(id, expected, patch.applyTo(read(id), UserData.class)));
  }

  /** Sets a new password for a user. */
  @PUT
  @Path("{id}/password")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Set a new password for a user")
  public void setPassword(@PathParam("id") UserId id, GivenPassword next) {
    users.setPassword(id, next);
  }
}
