package org.kartoteka.platform.api.problem;

/** The act needs a recent proof of who the user is: his password once more. HTTP 403. */
public final class ProofNeeded extends Problem {

  private static final long serialVersionUID = 1L;

  public ProofNeeded() {
    super("problem.proof-needed");
  }
}
