package org.kartoteka.platform.api.problem;

/** A change must say which revision it was made on. HTTP 428. */
public final class MissingRevision extends Problem {

  private static final long serialVersionUID = 1L;

  public MissingRevision() {
    super("problem.missing-revision");
  }
}
