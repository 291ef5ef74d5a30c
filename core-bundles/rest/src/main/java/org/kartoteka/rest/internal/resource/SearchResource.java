package org.kartoteka.rest.internal.resource;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.kartoteka.core.api.search.Search;
import org.kartoteka.core.api.search.SearchHit;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Searches in everything that can be found. */
@Component(service = SearchResource.class)
@HttpResource
@Path("search")
@Produces(MediaType.APPLICATION_JSON)
public final class SearchResource {

  private static final int USUAL = 10;
  private static final int MOST = 50;

  private final Search search;

  @Activate
  public SearchResource(@Reference Search search) {
    this.search = search;
  }

  /** The best hits of every source. */
  @GET
  @Operation(
      summary = "Search everywhere",
      description = "At least two characters; limit is for each kind of record, 1 to 50")
  public Page<SearchHit> find(
      @QueryParam("query") String query, @QueryParam("limit") Integer limit) {
    if (query == null) {
      throw new InvalidInput(FieldError.of("query", "required"));
    }
    int hits = limit == null ? USUAL : limit;
    if (hits < 1 || hits > MOST) {
      throw new InvalidInput(FieldError.of("limit", "range", 1, MOST));
    }
    return Page.whole(search.find(query, hits));
  }
}
