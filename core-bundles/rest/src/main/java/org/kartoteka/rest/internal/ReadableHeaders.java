package org.kartoteka.rest.internal;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Supplier;
import org.kartoteka.rest.internal.problem.BadRequest;

/** Refuses in words the headers at which Jersey would stop without any, or fail. */
@PreMatching
final class ReadableHeaders implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    MediaType type = request.getMediaType();
    if (request.hasEntity() && type != null && type.isWildcardSubtype()) {
      throw new NotSupportedException(type.toString());
    }
    read(HttpHeaders.ACCEPT, request::getAcceptableMediaTypes);
    read(HttpHeaders.ACCEPT_LANGUAGE, request::getAcceptableLanguages);
  }

  /**
   * Refuses a type that is none, which Jersey reads before any filter.
   *
   * @param header what the request says; null when it says nothing
   */
  static void requireType(String header) {
    if (header != null) {
      read(HttpHeaders.CONTENT_TYPE, () -> MediaType.valueOf(header));
    }
  }

  private static <T> T read(String header, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (ProcessingException | IllegalArgumentException e) {
      throw new BadRequest("problem.unreadable-header", header);
    }
  }
}
