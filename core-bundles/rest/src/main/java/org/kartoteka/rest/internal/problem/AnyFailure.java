package org.kartoteka.rest.internal.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Locale;

/** Answers every failure of a resource with a problem. */
public final class AnyFailure implements ExceptionMapper<Throwable> {

  /** The request attribute that holds the caller's language. */
  public static final String LOCALE = "kartoteka.locale";

  private final Problems problems;

  @Context private HttpServletRequest request;
  @Context private UriInfo address;

  public AnyFailure(Problems problems) {
    this.problems = problems;
  }

  @Override
  public Response toResponse(Throwable failure) {
    Locale locale = request.getAttribute(LOCALE) instanceof Locale l ? l : Locale.ENGLISH;
    return problems
        .answer(failure, locale, request.getRequestURI(), address.getPath())
        .toResponse();
  }
}
