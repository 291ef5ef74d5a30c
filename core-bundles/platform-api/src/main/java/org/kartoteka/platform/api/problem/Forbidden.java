package org.kartoteka.platform.api.problem;

import java.util.Optional;

/** The user lacks a permission, or may see a record but not do this with it. HTTP 403. */
public final class Forbidden extends Problem {

  private static final long serialVersionUID = 1L;
  private static final String LACKING = "problem.forbidden";

  public Forbidden(String permission) {
    super(LACKING, permission);
  }

  private Forbidden(String key, Object... arguments) {
    super(key, arguments);
  }

  /** A refusal for another reason than a permission that is lacking. */
  public static Forbidden because(String key, Object... arguments) {
    return new Forbidden(key, arguments);
  }

  @Override
  protected Optional<String> nameKey() {
    return key().equals(LACKING)
        ? Optional.of("permission." + arguments().get(0))
        : Optional.empty();
  }
}
