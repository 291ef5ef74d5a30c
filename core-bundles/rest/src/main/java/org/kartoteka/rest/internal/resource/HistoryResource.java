package org.kartoteka.rest.internal.resource;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.history.ChangeHistory;
import org.kartoteka.platform.api.history.ChangeView;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The change history of records. */
@Component(service = HistoryResource.class)
@HttpResource
@Path("history")
@Produces(MediaType.APPLICATION_JSON)
public final class HistoryResource {

  private final ChangeHistory history;

  @Activate
  public HistoryResource(@Reference ChangeHistory history) {
    this.history = history;
  }

  /** The acts on a record. Who may read the record may read its history. */
  @GET
  @Operation(summary = "List the changes of a record", description = "The latest first")
  public Page<ChangeView> of(
      @Parameter(description = "The type of the record, such as party", required = true)
          @QueryParam("type")
          String type,
      @Parameter(description = "The record's id", required = true) @QueryParam("id") String id,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    require("type", type);
    require("id", id);
    return history.of(type, id, PageRequest.of(limit, after, null));
  }

  private static void require(String parameter, String value) {
    if (value == null || value.isBlank()) {
      throw new InvalidInput(FieldError.of(parameter, "required"));
    }
  }
}
