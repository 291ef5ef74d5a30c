package org.kartoteka.rest.internal.resource;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.kartoteka.core.api.admission.AdmissionDecision;
import org.kartoteka.core.api.admission.AdmissionFact;
import org.kartoteka.core.api.admission.AdmissionId;
import org.kartoteka.core.api.admission.AdmissionState;
import org.kartoteka.core.api.admission.AdmissionView;
import org.kartoteka.core.api.admission.Admissions;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The review of new parties. */
@Component(service = AdmissionsResource.class)
@HttpResource
@Path("admissions")
@Produces(MediaType.APPLICATION_JSON)
public final class AdmissionsResource {

  private final Admissions admissions;

  @Activate
  public AdmissionsResource(@Reference Admissions admissions) {
    this.admissions = admissions;
  }

  /**
   * Asks for a review.
   *
   * @param partyId the party
   * @param question why; may be null
   */
  public record AdmissionRequest(PartyId partyId, String question) {}

  /** The reviews in a state. */
  @GET
  @Operation(
      summary = "List reviews of parties",
      description = "Pending ones the oldest first, decided ones the latest first")
  public Page<AdmissionView> list(
      @Parameter(description = "PENDING if not given") @QueryParam("state") AdmissionState state,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    return admissions.page(state, PageRequest.of(limit, after, null));
  }

  /** Asks for a review. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Ask for a review of a party",
      description = "A new party is reviewed without asking while the setting demands it")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = AdmissionView.class)))
  public Response ask(AdmissionRequest request, @Context UriInfo address) {
    if (request.partyId() == null) {
      throw new InvalidInput(FieldError.of("partyId", "required"));
    }
    AdmissionView review = admissions.ask(request.partyId(), request.question());
    return Answers.created(address, "admissions", review.id(), review);
  }

  /** One review. */
  @GET
  @Path("{id}")
  @Operation(summary = "Read a review")
  public AdmissionView read(@PathParam("id") AdmissionId id) {
    return admissions.get(id);
  }

  /** What whoever decides should know. */
  @GET
  @Path("{id}/facts")
  @Operation(summary = "List what whoever decides should know of the party")
  public List<AdmissionFact> facts(@PathParam("id") AdmissionId id) {
    return admissions.facts(admissions.get(id).partyId());
  }

  /** Decides. */
  @POST
  @Path("{id}/decision")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Decide on a pending review",
      description = "A refusal needs a reason and bars the party")
  public AdmissionView decide(@PathParam("id") AdmissionId id, AdmissionDecision decision) {
    return admissions.decide(admissions.get(id).partyId(), decision);
  }
}
