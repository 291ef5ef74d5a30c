package org.kartoteka.rest.internal.problem;

import org.kartoteka.platform.api.problem.Problem;

/** The part that answers this address is not there yet, or not now. HTTP 503. */
public final class NotReady extends Problem {

  private static final long serialVersionUID = 1L;

  public NotReady() {
    super("problem.not-ready");
  }
}
