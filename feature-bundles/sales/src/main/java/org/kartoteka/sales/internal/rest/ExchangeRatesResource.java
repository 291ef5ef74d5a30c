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
import java.util.Currency;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.sales.ExchangeRate;
import org.kartoteka.sales.ExchangeRateQuery;
import org.kartoteka.sales.ExchangeRates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rates of exchange. */
@Component(service = ExchangeRatesResource.class)
@HttpResource
@Path(ExchangeRatesResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public final class ExchangeRatesResource {

  static final String PATH = "sales/exchange-rates";

  private final ExchangeRates rates;

  @Activate
  public ExchangeRatesResource(@Reference ExchangeRates rates) {
    this.rates = rates;
  }

  /** A page of rates. */
  @GET
  @Operation(
      operationId = "sales.listExchangeRates",
      summary = "List the rates of exchange, the latest first")
  public Page<ExchangeRate> list(
      @Parameter(description = "Code, such as EUR") @QueryParam("currency") String currency,
      @QueryParam("from") LocalDate from,
      @QueryParam("to") LocalDate to,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after,
      @QueryParam("sort") String sort) {
    return rates.page(
        new ExchangeRateQuery(currency == null ? null : currency(currency), from, to),
        PageRequest.of(limit, after, sort));
  }

  /** Sets a rate. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "sales.setExchangeRate",
      summary = "Enter the rate of a day, or change one that was not used yet")
  public ExchangeRate set(ExchangeRate rate) {
    rates.set(rate);
    return rate;
  }

  /** Removes a rate. */
  @DELETE
  @Path("{currency}/{day}")
  @Operation(
      operationId = "sales.removeExchangeRate",
      summary = "Remove the rate of a day that was not used yet")
  public void remove(@PathParam("currency") String currency, @PathParam("day") LocalDate day) {
    rates.remove(currency(currency), day);
  }

  private static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException unknown) {
      throw new InvalidInput(FieldError.of("currency", "unknownCurrency", code));
    }
  }
}
