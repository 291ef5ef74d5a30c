package org.kartoteka.commissions.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.kartoteka.commissions.AssignmentId;
import org.kartoteka.commissions.Plans;
import org.kartoteka.platform.api.http.HttpResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who has which plan. */
@Component(service = AssignmentsResource.class)
@HttpResource
@Path("commissions/assignments")
@Produces(MediaType.APPLICATION_JSON)
public final class AssignmentsResource {

  private final Plans plans;

  @Activate
  public AssignmentsResource(@Reference Plans plans) {
    this.plans = plans;
  }

  /** Takes an assignment back. */
  @DELETE
  @Path("{id}")
  @Operation(
      operationId = "commissions.endAssignment",
      summary = "Take an assignment back from now on")
  public void end(@PathParam("id") AssignmentId id) {
    plans.endAssignment(id);
  }
}
