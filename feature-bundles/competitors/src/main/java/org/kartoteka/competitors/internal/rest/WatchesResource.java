package org.kartoteka.competitors.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.kartoteka.competitors.WatchList;
import org.kartoteka.competitors.WatchView;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.http.Answers;
import org.kartoteka.platform.api.http.HttpResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the caller watches, by the ids of the parties. */
@Component(service = WatchesResource.class)
@HttpResource
@Path(WatchesResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public final class WatchesResource {

  static final String PATH = "competitors/watches";

  private final WatchList watchList;

  @Activate
  public WatchesResource(@Reference WatchList watchList) {
    this.watchList = watchList;
  }

  /** The party to watch: a customer or a competitor. */
  public record WatchParty(PartyId partyId) {}

  /** A page of what the caller watches. */
  @GET
  @Operation(operationId = "competitors.listWatches", summary = "List what I watch")
  public Page<WatchView> list(
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after,
      @QueryParam("sort") String sort) {
    return watchList.watches(PageRequest.of(limit, after, sort));
  }

  /** Watches a party. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "competitors.watch",
      summary = "Watch a customer or competitor",
      description = "From now on every record that concerns it makes an alert")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = WatchView.class)))
  public Response watch(WatchParty order, @Context UriInfo address) {
    WatchView watch = watchList.watch(order.partyId());
    return Answers.created(address, PATH, watch.partyId(), watch);
  }

  /** Does not watch a party any more. */
  @DELETE
  @Path("{id}")
  @Operation(operationId = "competitors.unwatch", summary = "Watch a party no more")
  public void unwatch(@PathParam("id") PartyId party) {
    watchList.unwatch(party);
  }
}
