package org.kartoteka.sales.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.sales.TaxRate;
import org.kartoteka.sales.TaxRateQuery;
import org.kartoteka.sales.TaxRateView;
import org.kartoteka.sales.TaxRates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rates of tax. */
@Component(service = TaxRatesResource.class)
@HttpResource
@Path(TaxRatesResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public final class TaxRatesResource {

  static final String PATH = "sales/tax-rates";

  private final TaxRates rates;

  @Activate
  public TaxRatesResource(@Reference TaxRates rates) {
    this.rates = rates;
  }

  /** A page of rates. */
  @GET
  @Operation(operationId = "sales.listTaxRates", summary = "List the rates of tax by code and day")
  public Page<TaxRateView> list(
      @QueryParam("code") String code,
      @Parameter(description = "Only those that hold on the day") @QueryParam("day") LocalDate day,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after,
      @QueryParam("sort") String sort) {
    return rates.page(new TaxRateQuery(code, day), PageRequest.of(limit, after, sort));
  }

  /** Sets a rate. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "sales.setTaxRate",
      summary = "Add a rate of tax, or change the percentage of one that was not used yet")
  public TaxRate set(TaxRate rate) {
    rates.set(rate);
    return rate;
  }

  /** Removes a rate. */
  @DELETE
  @Path("{code}/{validFrom}")
  @Operation(
      operationId = "sales.removeTaxRate",
      summary = "Remove a rate of tax that was not used yet")
  public void remove(@PathParam("code") String code, @PathParam("validFrom") LocalDate validFrom) {
    rates.remove(code, validFrom);
  }
}
