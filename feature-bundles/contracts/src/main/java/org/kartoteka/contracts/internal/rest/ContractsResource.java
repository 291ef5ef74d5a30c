package org.kartoteka.contracts.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import org.kartoteka.contracts.ContractData;
import org.kartoteka.contracts.ContractId;
import org.kartoteka.contracts.ContractQuery;
import org.kartoteka.contracts.ContractState;
import org.kartoteka.contracts.ContractSummary;
import org.kartoteka.contracts.ContractTypeId;
import org.kartoteka.contracts.ContractView;
import org.kartoteka.contracts.Contracts;
import org.kartoteka.contracts.TerminateContract;
import org.kartoteka.contracts.TermsView;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.http.MergePatch;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Contracts. */
@Component(service = ContractsResource.class)
@HttpResource
@Path(ContractsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public final class ContractsResource {

  static final String PATH = "contracts";

  private final Contracts contracts;

  @Activate
  public ContractsResource(@Reference Contracts contracts) {
    this.contracts = contracts;
  }

  /** A day on which something was signed. */
  public record Signature(LocalDate signedOn) {}

  /** A new last day. */
  public record Renewal(LocalDate endsOn) {}

  /** Why a termination is withdrawn. */
  public record Withdrawal(String reason) {}

  /** A page of contracts. */
  @GET
  @Operation(operationId = "contracts.listContracts", summary = "List contracts")
  public Page<ContractSummary> list(
      @QueryParam("query") String text,
      @QueryParam("partyId") PartyId party,
      @QueryParam("typeId") ContractTypeId type,
      @QueryParam("state") ContractState state,
      @QueryParam("salespersonId") UserId salesperson,
      @QueryParam("branchId") BranchId branch,
      @QueryParam("responsibleId") UserId responsible,
      @QueryParam("packageType") String packageType,
      @Parameter(description = "Only those about which must be decided in so many days")
          @QueryParam("endsWithinDays")
          Integer endsWithinDays,
      @QueryParam("signedFrom") LocalDate signedFrom,
      @QueryParam("signedTo") LocalDate signedTo,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after,
      @QueryParam("sort") String sort) {
    return contracts.page(
        new ContractQuery(
            text,
            party,
            type,
            state,
            salesperson,
            branch,
            responsible,
            packageType,
            endsWithinDays,
            signedFrom,
            signedTo),
        PageRequest.of(limit, after, sort));
  }

  /** Drafts a contract. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "contracts.draftContract", summary = "Draft a contract")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ContractView.class)))
  public Response draft(ContractData data, @Context UriInfo address) {
    ContractView drafted = contracts.draft(data);
    return Answers.created(address, PATH, drafted.id(), drafted);
  }

  /** One contract. */
  @GET
  @Path("{id}")
  @Operation(operationId = "contracts.readContract", summary = "Read a contract")
  public ContractView read(@PathParam("id") ContractId id) {
    return contracts.get(id);
  }

  /** Changes a draft, or describes a signed contract otherwise. */
  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Operation(
      operationId = "contracts.changeContract",
      summary = "Change a draft; of a signed contract subject, responsible person and note")
  public ContractView change(
      @PathParam("id") ContractId id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Schema(implementation = ContractData.class) MergePatch patch) {
    ExpectedRevision revision = ExpectedRevision.ifMatch(ifMatch);
    ContractView before = contracts.get(id);
    return contracts.change(id, revision, patch.applyTo(before, ContractData.class));
  }

  /** Removes a draft. */
  @DELETE
  @Path("{id}")
  @Operation(operationId = "contracts.discardContract", summary = "Remove a draft")
  public void discard(
      @PathParam("id") ContractId id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    contracts.discard(id, ExpectedRevision.ifMatch(ifMatch));
  }

  /** Registers a signature. */
  @POST
  @Path("{id}/signature")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "contracts.signContract",
      summary = "Register that a contract was signed")
  public ContractView sign(
      @PathParam("id") ContractId id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      Signature signature) {
    return contracts.sign(
        id, ExpectedRevision.ifMatch(ifMatch), signature == null ? null : signature.signedOn());
  }

  /** Prolongs a contract. */
  @POST
  @Path("{id}/renewal")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "contracts.renewContract", summary = "Prolong a contract")
  public ContractView renew(
      @PathParam("id") ContractId id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      Renewal renewal) {
    return contracts.renew(
        id, ExpectedRevision.ifMatch(ifMatch), renewal == null ? null : renewal.endsOn());
  }

  /** Declares the end. */
  @POST
  @Path("{id}/termination")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "contracts.terminateContract", summary = "Declare the end of a contract")
  public ContractView terminate(
      @PathParam("id") ContractId id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      TerminateContract order) {
    return contracts.terminate(id, ExpectedRevision.ifMatch(ifMatch), order);
  }

  /** Withdraws the termination. */
  @POST
  @Path("{id}/termination-withdrawal")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "contracts.withdrawTermination",
      summary = "Withdraw the termination of a contract",
      description =
          "It goes on with the last day, notice and renewal that were agreed. Once its last day has"
              + " passed this needs contracts.contract.reopen too")
  public ContractView withdrawTermination(
      @PathParam("id") ContractId id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      Withdrawal withdrawal) {
    return contracts.withdrawTermination(
        id, ExpectedRevision.ifMatch(ifMatch), withdrawal == null ? null : withdrawal.reason());
  }

  /** What holds on a day. */
  @GET
  @Path("{id}/terms")
  @Operation(
      operationId = "contracts.readTerms",
      summary = "Read what holds on a day, annexes included")
  public TermsView terms(
      @PathParam("id") ContractId id,
      @Parameter(description = "Today when missing") @QueryParam("day") LocalDate day) {
    return contracts.terms(id, day);
  }
}
