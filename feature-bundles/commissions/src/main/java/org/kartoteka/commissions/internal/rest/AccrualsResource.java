package org.kartoteka.commissions.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.kartoteka.commissions.AccrualExplanation;
import org.kartoteka.commissions.AccrualId;
import org.kartoteka.commissions.AccrualQuery;
import org.kartoteka.commissions.AccrualState;
import org.kartoteka.commissions.AccrualTotal;
import org.kartoteka.commissions.AccrualView;
import org.kartoteka.commissions.Accruals;
import org.kartoteka.commissions.DecideAccruals;
import org.kartoteka.commissions.StatementId;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was reckoned, and the decision on it. */
@Component(service = AccrualsResource.class)
@HttpResource
@Path("commissions/accruals")
@Produces(MediaType.APPLICATION_JSON)
public final class AccrualsResource {

  private final Accruals accruals;

  @Activate
  public AccrualsResource(@Reference Accruals accruals) {
    this.accruals = accruals;
  }

  /** How many commissions a decision was on. */
  public record Decided(long rows) {}

  /** A page of commissions. */
  @GET
  @Operation(
      operationId = "commissions.listAccruals",
      summary = "List commissions",
      description = "One's own, or with the right to read all those of everybody in reach")
  public Page<AccrualView> list(
      @QueryParam("personId") UserId person,
      @QueryParam("state") AccrualState state,
      @QueryParam("partyId") PartyId party,
      @QueryParam("from") LocalDate from,
      @QueryParam("until") LocalDate until,
      @QueryParam("statementId") StatementId statement,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after,
      @QueryParam("sort") String sort) {
    return accruals.page(
        new AccrualQuery(person, state, party, from, until, statement),
        PageRequest.of(limit, after, sort));
  }

  /** What each person has in each state. */
  @GET
  @Path("totals")
  @Operation(
      operationId = "commissions.sumAccruals",
      summary = "Sum commissions by person, state and currency")
  public List<AccrualTotal> totals(
      @QueryParam("personId") UserId person,
      @QueryParam("state") AccrualState state,
      @QueryParam("partyId") PartyId party,
      @QueryParam("from") LocalDate from,
      @QueryParam("until") LocalDate until) {
    return accruals.totals(new AccrualQuery(person, state, party, from, until, null));
  }

  /** How an amount came about. */
  @GET
  @Path("{id}")
  @Operation(
      operationId = "commissions.explainAccrual",
      summary = "Read a commission with how it came about")
  public AccrualExplanation explain(@PathParam("id") AccrualId id) {
    return accruals.explain(id);
  }

  /** Grants in bulk. */
  @POST
  @Path("grants")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "commissions.grantAccruals",
      summary = "Grant commissions",
      description = "Those with the ids, or all that the filter finds")
  public Decided grant(DecideAccruals order) {
    return new Decided(accruals.grant(order));
  }

  /** Refuses in bulk. */
  @POST
  @Path("refusals")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "commissions.refuseAccruals",
      summary = "Refuse commissions, with a reason")
  public Decided refuse(DecideAccruals order) {
    return new Decided(accruals.refuse(order));
  }
}
