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
import org.kartoteka.platform.api.security.BranchData;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.BranchView;
import org.kartoteka.platform.api.security.Branches;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The branches of the company. */
@Component(service = BranchesResource.class)
@HttpResource
@Path("branches")
@Produces(MediaType.APPLICATION_JSON)
public final class BranchesResource {

  private final Branches branches;
  private final UnitOfWork unitOfWork;

  @Activate
  public BranchesResource(@Reference Branches branches, @Reference UnitOfWork unitOfWork) {
    this.branches = branches;
    this.unitOfWork = unitOfWork;
  }

  /** All branches. */
  @GET
  @Operation(summary = "List branches")
  public Page<BranchView> list() {
    return Page.whole(branches.all());
  }

  /** Adds a branch. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Add a branch")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = BranchView.class)))
  public Response add(BranchData data, @Context UriInfo address) {
    BranchView branch = branches.add(data);
    return Answers.created(address, "branches", branch.id(), branch);
  }

  /** One branch. */
  @GET
  @Path("{id}")
  @Operation(summary = "Read a branch")
  public BranchView read(@PathParam("id") BranchId id) {
    return branches.get(id);
  }

  /** Changes a branch. */
  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Operation(summary = "Change a branch")
  public BranchView change(
      @PathParam("id") BranchId id,
      @HeaderParam("If-Match") String revision,
      @Schema(implementation = BranchData.class) MergePatch patch) {
    ExpectedRevision expected = ExpectedRevision.ifMatch(revision);
    return unitOfWork.call(
        () -> branches.change(id, expected, patch.applyTo(branches.get(id), BranchData.class)));
  }

  /** Removes a branch. */
  @DELETE
  @Path("{id}")
  @Operation(summary = "Remove a branch to which nobody belongs any more")
  public void remove(@PathParam("id") BranchId id, @HeaderParam("If-Match") String revision) {
    branches.remove(id, ExpectedRevision.ifMatch(revision));
  }
}
