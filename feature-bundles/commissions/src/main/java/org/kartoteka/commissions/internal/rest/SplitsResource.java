package org.kartoteka.commissions.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.kartoteka.commissions.Plans;
import org.kartoteka.commissions.SplitData;
import org.kartoteka.commissions.SplitId;
import org.kartoteka.commissions.SplitView;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.http.HttpResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who shares in the sales to a customer or in a contract. */
@Component(service = SplitsResource.class)
@HttpResource
@Path("commissions/splits")
@Produces(MediaType.APPLICATION_JSON)
public final class SplitsResource {

  private final Plans plans;

  @Activate
  public SplitsResource(@Reference Plans plans) {
    this.plans = plans;
  }

  /** The splits that stand. */
  @GET
  @Operation(operationId = "commissions.listSplits", summary = "List splits of sales")
  public Page<SplitView> list() {
    return Page.whole(plans.splits());
  }

  /** Lets several people share. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "commissions.addSplit",
      summary = "Let several people share in sales to a customer or in a contract")
  public SplitView add(SplitData data) {
    return plans.split(data);
  }

  /** Ends a split. */
  @DELETE
  @Path("{id}")
  @Operation(operationId = "commissions.endSplit", summary = "End a split from now on")
  public void end(@PathParam("id") SplitId id) {
    plans.endSplit(id);
  }
}
