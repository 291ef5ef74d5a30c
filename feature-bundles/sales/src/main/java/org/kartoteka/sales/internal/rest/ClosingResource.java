package org.kartoteka.sales.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.sales.Books;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The closing of periods. */
@Component(service = ClosingResource.class)
@HttpResource
@Path(ClosingResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public final class ClosingResource {

  static final String PATH = "sales/closing";

  private final Books books;

  @Activate
  public ClosingResource(@Reference Books books) {
    this.books = books;
  }

  /** How the books stand. */
  @GET
  @Operation(operationId = "sales.readClosing", summary = "Up to which day the books are closed")
  public Closing read() {
    return new Closing(books.closedUntil().orElse(null), null);
  }

  /** Closes or opens a period. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "sales.closePeriod",
      summary = "Close everything up to a day, or open it again")
  public Closing close(Closing order) {
    books.close(order.closedUntil(), order.reason());
    return read();
  }

  /**
   * How the books stand.
   *
   * @param closedUntil the last day of the closed period; null when nothing is closed
   * @param reason why something is opened again
   */
  public record Closing(LocalDate closedUntil, String reason) {}
}
