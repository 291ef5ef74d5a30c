package org.kartoteka.contracts.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.kartoteka.contracts.AppendixData;
import org.kartoteka.contracts.AppendixId;
import org.kartoteka.contracts.AppendixView;
import org.kartoteka.contracts.Tariffs;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.http.MergePatch;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tariff appendices. */
@Component(service = AppendicesResource.class)
@HttpResource
@Path(AppendicesResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public final class AppendicesResource {

  static final String PATH = "contracts/appendices";

  private final Tariffs tariffs;

  @Activate
  public AppendicesResource(@Reference Tariffs tariffs) {
    this.tariffs = tariffs;
  }

  /** One appendix. */
  @GET
  @Path("{id}")
  @Operation(operationId = "contracts.readAppendix", summary = "Read a tariff appendix")
  public AppendixView read(@PathParam("id") AppendixId id) {
    return tariffs.get(id);
  }

  /** Changes an appendix. */
  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Operation(operationId = "contracts.changeAppendix", summary = "Change a tariff appendix")
  public AppendixView change(
      @PathParam("id") AppendixId id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Schema(implementation = AppendixData.class) MergePatch patch) {
    ExpectedRevision revision = ExpectedRevision.ifMatch(ifMatch);
    AppendixView before = tariffs.get(id);
    return tariffs.change(id, revision, patch.applyTo(before, AppendixData.class));
  }

  /** Removes an appendix. */
  @DELETE
  @Path("{id}")
  @Operation(operationId = "contracts.removeAppendix", summary = "Remove a tariff appendix")
  public void remove(
      @PathParam("id") AppendixId id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    tariffs.remove(id, ExpectedRevision.ifMatch(ifMatch));
  }
}
