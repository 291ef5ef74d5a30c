package org.kartoteka.rest.internal.resource;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.timeline.Timeline;
import org.kartoteka.core.api.timeline.TimelineEntry;
import org.kartoteka.core.api.timeline.TimelineQuery;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.http.HttpResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What happened on a party. */
@Component(service = TimelineResource.class)
@HttpResource
@Path("parties/{id}/timeline")
@Produces(MediaType.APPLICATION_JSON)
public final class TimelineResource {

  private final Timeline timeline;
  private final PartyRegister parties;

  @Activate
  public TimelineResource(@Reference Timeline timeline, @Reference PartyRegister parties) {
    this.timeline = timeline;
    this.parties = parties;
  }

  /** What happened, the latest first. */
  @GET
  @Operation(
      summary = "Tell what happened on a party",
      description =
          "Changes of its card and its persons, notes, and what features know of it, in one order,"
              + " the latest first")
  public Page<TimelineEntry> of(
      @PathParam("id") PartyId id,
      @Parameter(description = "Only these kinds, such as note; several times for several")
          @QueryParam("kind")
          Set<String> kinds,
      @Parameter(description = "The sign-in name of who did it") @QueryParam("actor") String actor,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    parties.get(id);
    return timeline.of(id, new TimelineQuery(kinds, actor), PageRequest.of(limit, after, null));
  }
}
