package org.kartoteka.rest.internal.resource;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.http.MergePatch;
import org.kartoteka.platform.api.security.GroupData;
import org.kartoteka.platform.api.security.GroupId;
import org.kartoteka.platform.api.security.GroupView;
import org.kartoteka.platform.api.security.UserGroups;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The groups of users. */
@Component(service = GroupsResource.class)
@HttpResource
@Path("groups")
@Produces(MediaType.APPLICATION_JSON)
public final class GroupsResource {

  private final UserGroups groups;
  private final UnitOfWork unitOfWork;

  @Activate
  public GroupsResource(@Reference UserGroups groups, @Reference UnitOfWork unitOfWork) {
    this.groups = groups;
    this.unitOfWork = unitOfWork;
  }

  /** All groups of users. */
  @GET
  @Operation(summary = "List groups")
  public Page<GroupView> list() {
    return Page.whole(groups.all());
  }

  /** Adds a group. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Add a group")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = GroupView.class)))
  public Response add(GroupData data, @Context UriInfo address) {
    GroupView group = groups.add(data);
    return Answers.created(address, "groups", group.id(), group);
  }

  /** One group. */
  @GET
  @Path("{id}")
  @Operation(summary = "Read a group")
  public GroupView read(@PathParam("id") GroupId id) {
    return groups.get(id);
  }

  /** Changes a group. */
  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Operation(summary = "Change a group")
  public GroupView change(
      @PathParam("id") GroupId id,
      @HeaderParam("If-Match") String revision,
      @Schema(implementation = GroupData.class) MergePatch patch) {
    ExpectedRevision expected = ExpectedRevision.ifMatch(revision);
    return unitOfWork.call(
        () -> groups.change(id, expected, patch.applyTo(groups.get(id), GroupData.class)));
  }

  /** Removes a group. */
  @DELETE
  @Path("{id}")
  @Operation(summary = "Remove a group; its members lose the roles they had by it")
  public void remove(@PathParam("id") GroupId id, @HeaderParam("If-Match") String revision) {
    groups.remove(id, ExpectedRevision.ifMatch(revision));
  }
}
