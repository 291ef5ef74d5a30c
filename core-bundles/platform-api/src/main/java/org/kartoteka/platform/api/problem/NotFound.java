package org.kartoteka.platform.api.problem;

import java.util.Optional;

/** The record does not exist, or not for this user. HTTP 404. */
public final class NotFound extends Problem {

  private static final long serialVersionUID = 1L;

  /**
   * A record that is not there.
   *
   * @param id told by its digits, not as a quantity
   */
  public NotFound(String type, Object id) {
    super("problem.not-found", type, String.valueOf(id));
  }

  @Override
  protected Optional<String> nameKey() {
    return Optional.of("record." + arguments().get(0));
  }
}
