package org.kartoteka.contracts.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.kartoteka.contracts.BalanceDimension;
import org.kartoteka.contracts.BalanceQuery;
import org.kartoteka.contracts.BalanceRow;
import org.kartoteka.contracts.ContractBalance;
import org.kartoteka.contracts.ContractTypeId;
import org.kartoteka.contracts.MovementKind;
import org.kartoteka.contracts.MovementQuery;
import org.kartoteka.contracts.MovementView;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Contracts gained and lost. */
@Component(service = BalanceResource.class)
@HttpResource
@Path("contracts")
@Produces(MediaType.APPLICATION_JSON)
public final class BalanceResource {

  private final ContractBalance balance;

  @Activate
  public BalanceResource(@Reference ContractBalance balance) {
    this.balance = balance;
  }

  /** The balance of a period. */
  @GET
  @Path("balance")
  @Operation(
      operationId = "contracts.readBalance",
      summary = "Read how many contracts were gained and lost, and their monthly subscriptions")
  public Page<BalanceRow> balance(
      @QueryParam("from") LocalDate from,
      @QueryParam("to") LocalDate to,
      @QueryParam("by") BalanceDimension by,
      @QueryParam("typeId") ContractTypeId type,
      @QueryParam("packageType") String packageType,
      @QueryParam("salespersonId") UserId salesperson,
      @QueryParam("branchId") BranchId branch) {
    return Page.whole(
        balance.balance(
            new BalanceQuery(
                from,
                to,
                by == null ? BalanceDimension.NOTHING : by,
                type,
                packageType,
                salesperson,
                branch)));
  }

  /** What a balance is made of. */
  @GET
  @Path("movements")
  @Operation(
      operationId = "contracts.listMovements",
      summary = "List contracts gained, changed and lost")
  public Page<MovementView> movements(
      @QueryParam("from") LocalDate from,
      @QueryParam("to") LocalDate to,
      @QueryParam("kind") MovementKind kind,
      @QueryParam("typeId") ContractTypeId type,
      @QueryParam("packageType") String packageType,
      @QueryParam("salespersonId") UserId salesperson,
      @QueryParam("branchId") BranchId branch,
      @QueryParam("reason") String reason,
      @QueryParam("currency") String currency,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after,
      @QueryParam("sort") String sort) {
    return balance.movements(
        new MovementQuery(from, to, kind, type, packageType, salesperson, branch, reason, currency),
        PageRequest.of(limit, after, sort));
  }
}
