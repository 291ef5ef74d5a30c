package org.kartoteka.sales.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Currency;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.sales.ExchangeRate;
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

  private static final int SHOWN = 100;

  private final ExchangeRates rates;

  @Activate
  public ExchangeRatesResource(@Reference ExchangeRates rates) {
    this.rates = rates;
  }

  /** The rates of a currency. */
  @GET
  @Path("{currency}")
  @Operation(
      operationId = "sales.listExchangeRates",
      summary = "List the latest rates of a currency")
  public Page<ExchangeRate> list(@PathParam("currency") String currency) {
    return Page.whole(rates.of(currency(currency), SHOWN));
  }

  /** Sets a rate. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "sales.setExchangeRate", summary = "Enter the rate of a day")
  public ExchangeRate set(ExchangeRate rate) {
    rates.set(rate);
    return rate;
  }

  private static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException unknown) {
      throw new InvalidInput(FieldError.of("currency", "unknownCurrency", code));
    }
  }
}
