package org.kartoteka.platform.api.problem;

import java.util.Optional;

/** Somebody else changed the record since it was read; nothing was written. HTTP 412. */
public final class StaleRevision extends Problem {

  private static final long serialVersionUID = 1L;

  public StaleRevision(String type, Object id) {
    super("problem.stale-revision", type, String.valueOf(id));
  }

  @Override
  protected Optional<String> nameKey() {
    return Optional.of("record." + arguments().get(0));
  }
}
