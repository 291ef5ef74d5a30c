package org.kartoteka.rest.internal;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.kartoteka.core.api.party.PartyId;

/** A resource of a feature that comes and goes. */
@Path("competitors")
public class VisitsResource {

  /** A plain answer. */
  public record Visit(PartyId party, String text) {}

  @GET
  public Visit read() {
    return new Visit(new PartyId(7), "here");
  }

  @GET
  @Path("{id}/slow")
  public Visit slow(@PathParam("id") PartyId id, @QueryParam("millis") Integer millis)
      throws InterruptedException {
    Thread.sleep(millis);
    return new Visit(id, "slow");
  }

  @GET
  @Path("{id}/later")
  public void later(@PathParam("id") PartyId id, @Suspended AsyncResponse response) {
    CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS)
        .execute(() -> response.resume(new Visit(id, "later")));
  }
}
