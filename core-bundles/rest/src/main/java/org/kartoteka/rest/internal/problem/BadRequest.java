package org.kartoteka.rest.internal.problem;

import org.kartoteka.platform.api.problem.Problem;

/** The request itself is malformed. HTTP 400. */
public final class BadRequest extends Problem {

  private static final long serialVersionUID = 1L;

  public BadRequest(String key, Object... arguments) {
    super(key, arguments);
  }
}
