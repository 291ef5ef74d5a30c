package org.kartoteka.platform.api.http;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.kartoteka.platform.api.record.Id;

/** Answers that all resources give alike. */
public final class Answers {

  private Answers() {}

  /** 201 with the address of what was created in a collection below the version. */
  public static Response created(UriInfo address, String collection, Id id, Object view) {
    return created(address, collection, Long.toString(id.value()), view);
  }

  /** 201 with the address of what was created in a collection below the version. */
  public static Response created(UriInfo address, String collection, String id, Object view) {
    return Response.created(address.getBaseUriBuilder().path(collection).path("{id}").build(id))
        .entity(view)
        .build();
  }
}
