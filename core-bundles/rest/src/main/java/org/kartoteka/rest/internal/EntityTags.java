package org.kartoteka.rest.internal;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import org.kartoteka.platform.api.http.Versioned;

/** The revision of a view is its entity tag; who has it already gets no body. */
final class EntityTags implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(response.getEntity() instanceof Versioned versioned)) {
      return;
    }
    String tag = "\"" + versioned.revision() + "\"";
    response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
    boolean reading = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    if (reading && response.getStatus() == 200 && has(request, tag)) {
      response.setStatus(304);
      response.setEntity(null);
    }
  }

  private static boolean has(ContainerRequestContext request, String tag) {
    String header = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
    return header != null
        && Arrays.stream(header.split(","))
            .map(String::strip)
            .anyMatch(one -> one.equals("*") || one.equals(tag) || one.equals("W/" + tag));
  }
}
