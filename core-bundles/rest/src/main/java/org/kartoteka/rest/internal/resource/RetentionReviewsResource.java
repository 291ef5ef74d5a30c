package org.kartoteka.rest.internal.resource;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.kartoteka.core.api.retention.RetentionDecision;
import org.kartoteka.core.api.retention.RetentionOutcome;
import org.kartoteka.core.api.retention.RetentionReviewId;
import org.kartoteka.core.api.retention.RetentionReviewView;
import org.kartoteka.core.api.retention.RetentionReviews;
import org.kartoteka.core.api.retention.RetentionState;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.http.HttpResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The review of data that were kept for as long as their rules say. */
@Component(service = RetentionReviewsResource.class)
@HttpResource
@Path("retention-reviews")
@Produces(MediaType.APPLICATION_JSON)
public final class RetentionReviewsResource {

  private final RetentionReviews reviews;

  @Activate
  public RetentionReviewsResource(@Reference RetentionReviews reviews) {
    this.reviews = reviews;
  }

  /**
   * What becomes of records.
   *
   * @param reviews the ids of their reviews
   * @param erase whether they are erased; else they are kept
   * @param until the last day for which they are kept
   * @param reason why
   */
  public record DecisionRequest(
      List<RetentionReviewId> reviews, Boolean erase, LocalDate until, String reason) {}

  /** The reviews. */
  @GET
  @Operation(
      summary = "List what is due, or what was decided",
      description = "Due ones come longest due first, decided ones the latest first")
  public Page<RetentionReviewView> list(
      @Parameter(description = "A kind, such as core.prospect; all if not given")
          @QueryParam("kind")
          String kind,
      @Parameter(description = "DUE if not given") @QueryParam("state") RetentionState state,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    return reviews.page(kind, state, PageRequest.of(limit, after, null));
  }

  /** Decides. */
  @POST
  @Path("decisions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Erase records that are due, or keep them until a day",
      description =
          "Up to 100 at once, each in a transaction of its own; the answer tells for each whether"
              + " it was done. Erasing needs core.privacy.erase too and cannot be undone")
  public Page<RetentionOutcome> decide(DecisionRequest decision) {
    return Page.whole(
        reviews.decide(
            decision.reviews(),
            new RetentionDecision(decision.erase(), decision.until(), decision.reason())));
  }
}
