package org.kartoteka.rest.internal.resource;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.journal.Journal;
import org.kartoteka.platform.api.journal.ParkedEvent;
import org.kartoteka.platform.api.journal.SubscriptionView;
import org.kartoteka.platform.api.security.AccessControl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The durable subscriptions of the journal, and the events they could not handle. */
@Component(service = JournalResource.class)
@HttpResource
@Path("journal")
@Produces(MediaType.APPLICATION_JSON)
public final class JournalResource {

  private static final String PERMISSION = "platform.journal.manage";

  private final Journal journal;
  private final AccessControl access;

  @Activate
  public JournalResource(@Reference Journal journal, @Reference AccessControl access) {
    this.journal = journal;
    this.access = access;
  }

  /** All durable subscriptions. */
  @GET
  @Path("subscriptions")
  @Operation(summary = "List subscriptions, those of stopped features included")
  public Page<SubscriptionView> subscriptions() {
    access.require(PERMISSION);
    return Page.whole(journal.subscriptions());
  }

  /** The events a subscription put aside. */
  @GET
  @Path("subscriptions/{name}/parked")
  @Operation(summary = "List the events that a subscription could not handle")
  public Page<ParkedEvent> parked(@PathParam("name") String name) {
    access.require(PERMISSION);
    return Page.whole(journal.parked(name));
  }

  /** Hands an event to its subscription once more. */
  @POST
  @Path("subscriptions/{name}/parked/{event}/retry")
  @Operation(summary = "Try a parked event again")
  public void retry(@PathParam("name") String name, @PathParam("event") Long event) {
    access.require(PERMISSION);
    journal.retry(name, event);
  }

  /** Gives an event up. */
  @DELETE
  @Path("subscriptions/{name}/parked/{event}")
  @Operation(summary = "Give a parked event up")
  public void discard(@PathParam("name") String name, @PathParam("event") Long event) {
    access.require(PERMISSION);
    journal.discard(name, event);
  }
}
