package org.kartoteka.commissions.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.kartoteka.commissions.PayStatement;
import org.kartoteka.commissions.SettleStatements;
import org.kartoteka.commissions.StatementId;
import org.kartoteka.commissions.StatementQuery;
import org.kartoteka.commissions.StatementView;
import org.kartoteka.commissions.Statements;
import org.kartoteka.commissions.internal.StatementPaper;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.print.Printer;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Commission statements. */
@Component(service = StatementsResource.class)
@HttpResource
@Path("commissions/statements")
@Produces(MediaType.APPLICATION_JSON)
public final class StatementsResource {

  private final Statements statements;
  private final StatementPaper paper;

  @Activate
  public StatementsResource(@Reference Statements statements, @Reference StatementPaper paper) {
    this.statements = statements;
    this.paper = paper;
  }

  /** A page of statements. */
  @GET
  @Operation(operationId = "commissions.listStatements", summary = "List commission statements")
  public Page<StatementView> list(
      @QueryParam("personId") UserId person,
      @Parameter(description = "Only those neither paid nor cancelled") @QueryParam("open")
          Boolean open,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after,
      @QueryParam("sort") String sort) {
    return statements.page(
        new StatementQuery(person, Boolean.TRUE.equals(open)), PageRequest.of(limit, after, sort));
  }

  /** Settles granted commissions. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "commissions.settle",
      summary = "Settle granted commissions into statements, one for each person and currency")
  public List<StatementView> settle(SettleStatements order) {
    return statements.settle(order);
  }

  /** One statement. */
  @GET
  @Path("{id}")
  @Operation(operationId = "commissions.readStatement", summary = "Read a commission statement")
  public StatementView read(@PathParam("id") StatementId id) {
    return statements.get(id);
  }

  /** The statement on paper. */
  @GET
  @Path("{id}/pdf")
  @Produces(Printer.MEDIA_TYPE)
  @Operation(
      operationId = "commissions.printStatement",
      summary = "Read a commission statement as PDF")
  public StreamingOutput print(@PathParam("id") StatementId id) {
    statements.get(id);
    return out -> paper.print(id, out);
  }

  /** Notes the payment. */
  @PUT
  @Path("{id}/payment")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "commissions.payStatement", summary = "Note that a statement was paid")
  public StatementView pay(
      @PathParam("id") StatementId id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      PayStatement order) {
    return statements.pay(id, ExpectedRevision.ifMatch(ifMatch), order);
  }

  /** Cancels a statement. */
  @DELETE
  @Path("{id}")
  @Operation(
      operationId = "commissions.cancelStatement",
      summary = "Cancel a statement that is not paid",
      description = "Its commissions can be settled anew; the statement stays, cancelled")
  public void cancel(
      @PathParam("id") StatementId id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    statements.cancel(id, ExpectedRevision.ifMatch(ifMatch));
  }
}
