package org.kartoteka.rest.internal;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/** No text of an address holds a zero character, which the database cannot take. */
@PreMatching
final class CleanAddresses implements ContainerRequestFilter {

  private static final char ZERO = 0;

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getUriInfo().getPath().indexOf(ZERO) >= 0) {
      throw new NotFoundException();
    }
    request
        .getUriInfo()
        .getQueryParameters()
        .forEach(
            (name, values) -> {
              if (values.stream().anyMatch(value -> value.indexOf(ZERO) >= 0)) {
                throw new InvalidInput(FieldError.of(name, "invalid"));
              }
            });
  }
}
