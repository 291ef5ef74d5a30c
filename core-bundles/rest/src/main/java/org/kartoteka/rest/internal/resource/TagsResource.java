package org.kartoteka.rest.internal.resource;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.http.HttpResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tags in use. */
@Component(service = TagsResource.class)
@HttpResource
@Path("tags")
@Produces(MediaType.APPLICATION_JSON)
public final class TagsResource {

  private final PartyRegister parties;

  @Activate
  public TagsResource(@Reference PartyRegister parties) {
    this.parties = parties;
  }

  /** The tags in use, the most used first. */
  @GET
  @Operation(summary = "List the tags in use")
  public Page<PartyRegister.TagView> list() {
    return Page.whole(parties.tags());
  }
}
