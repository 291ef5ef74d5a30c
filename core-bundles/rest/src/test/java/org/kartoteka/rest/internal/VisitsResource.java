package org.kartoteka.rest.internal;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.kartoteka.core.api.party.PartyId;

/** A resource of a feature that comes and goes. */
@Path("competitors")
public class VisitsResource {

  /** A plain answer. */
  public record Visit(PartyId party, String text) {}

  final CountDownLatch entered = new CountDownLatch(1);
  final CountDownLatch released = new CountDownLatch(1);

  @GET
  public Visit read() {
    return new Visit(new PartyId(7), "here");
  }

  /** Answers when it is released, or when the time is over. */
  @GET
  @Path("{id}/slow")
  public Visit slow(@PathParam("id") PartyId id, @QueryParam("millis") Integer millis)
      throws InterruptedException {
    entered.countDown();
    released.await(millis, TimeUnit.MILLISECONDS);
    return new Visit(id, "slow");
  }

  /** Answers later, from another thread, in the same way. */
  @GET
  @Path("{id}/later")
  public void later(
      @PathParam("id") PartyId id,
      @QueryParam("millis") Integer millis,
      @Suspended AsyncResponse response) {
    entered.countDown();
    CompletableFuture.runAsync(
        () -> {
          try {
            released.await(millis, TimeUnit.MILLISECONDS);
            response.resume(new Visit(id, "later"));
          } catch (InterruptedException e) {
            response.resume(e);
          }
        });
  }
}
