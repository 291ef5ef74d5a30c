package org.kartoteka.commissions.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.kartoteka.commissions.AssignPlan;
import org.kartoteka.commissions.AssignmentView;
import org.kartoteka.commissions.DefineVersion;
import org.kartoteka.commissions.PlanData;
import org.kartoteka.commissions.PlanId;
import org.kartoteka.commissions.PlanVersionView;
import org.kartoteka.commissions.PlanView;
import org.kartoteka.commissions.Plans;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.http.MergePatch;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Commission plans. */
@Component(service = PlansResource.class)
@HttpResource
@Path(PlansResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public final class PlansResource {

  static final String PATH = "commissions/plans";

  private final Plans plans;

  @Activate
  public PlansResource(@Reference Plans plans) {
    this.plans = plans;
  }

  /** All plans. */
  @GET
  @Operation(operationId = "commissions.listPlans", summary = "List commission plans")
  public Page<PlanView> list() {
    return Page.whole(plans.all());
  }

  /** Adds a plan. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "commissions.addPlan", summary = "Add a commission plan")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = PlanView.class)))
  public Response add(PlanData data, @Context UriInfo address) {
    PlanView added = plans.add(data);
    return Answers.created(address, PATH, added.id(), added);
  }

  /** One plan. */
  @GET
  @Path("{id}")
  @Operation(operationId = "commissions.readPlan", summary = "Read a commission plan")
  public PlanView read(@PathParam("id") PlanId id) {
    return plans.get(id);
  }

  /** Changes what a plan is called. */
  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Operation(operationId = "commissions.changePlan", summary = "Rename or retire a plan")
  public PlanView change(
      @PathParam("id") PlanId id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Schema(implementation = PlanData.class) MergePatch patch) {
    ExpectedRevision revision = ExpectedRevision.ifMatch(ifMatch);
    return plans.change(id, revision, patch.applyTo(plans.get(id), PlanData.class));
  }

  /** The versions of a plan. */
  @GET
  @Path("{id}/versions")
  @Operation(
      operationId = "commissions.listPlanVersions",
      summary = "List the versions of a plan, the latest first")
  public Page<PlanVersionView> versions(@PathParam("id") PlanId id) {
    return Page.whole(plans.versions(id));
  }

  /** Defines a version. */
  @POST
  @Path("{id}/versions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "commissions.definePlanVersion",
      summary = "Define a version of a plan",
      description =
          "A version holds from its first day on for what happens after it was defined, and never"
              + " changes")
  public PlanVersionView define(@PathParam("id") PlanId id, DefineVersion order) {
    return plans.define(id, order);
  }

  /** Who has a plan. */
  @GET
  @Path("{id}/assignments")
  @Operation(operationId = "commissions.listAssignments", summary = "List who has a plan")
  public Page<AssignmentView> assignments(@PathParam("id") PlanId id) {
    return Page.whole(plans.assignments(id));
  }

  /** Gives a plan to people. */
  @POST
  @Path("{id}/assignments")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "commissions.assignPlan",
      summary = "Give a plan to a person, a group, a role or everybody")
  public AssignmentView assign(@PathParam("id") PlanId id, AssignPlan order) {
    return plans.assign(id, order);
  }
}
