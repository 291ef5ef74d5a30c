package org.kartoteka.sales.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.sales.ProductGroupId;
import org.kartoteka.sales.Turnover;
import org.kartoteka.sales.TurnoverQuery;
import org.kartoteka.sales.TurnoverRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Turnover. */
@Component(service = TurnoverResource.class)
@HttpResource
@Path(TurnoverResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public final class TurnoverResource {

  static final String PATH = "sales/turnover";

  private final Turnover turnover;

  @Activate
  public TurnoverResource(@Reference Turnover turnover) {
    this.turnover = turnover;
  }

  /** The turnover. */
  @GET
  @Operation(
      operationId = "sales.readTurnover",
      summary = "The turnover by month, product group or party")
  public Page<TurnoverRow> read(
      @QueryParam("partyId") PartyId party,
      @QueryParam("groupId") ProductGroupId group,
      @QueryParam("from") LocalDate from,
      @QueryParam("to") LocalDate to,
      @QueryParam("by") TurnoverQuery.By by) {
    return Page.whole(
        turnover.rows(
            new TurnoverQuery(party, group, from, to, by == null ? TurnoverQuery.By.MONTH : by)));
  }
}
