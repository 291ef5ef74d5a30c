package org.kartoteka.platform.api.problem;

import java.util.List;

/** The input breaks rules; nothing was written. HTTP 422. */
public final class InvalidInput extends Problem {

  private static final long serialVersionUID = 1L;

  private final transient List<FieldError> errors;

  public InvalidInput(List<FieldError> errors) {
    super("problem.invalid-input", errors.size());
    this.errors = List.copyOf(errors);
  }

  public InvalidInput(FieldError error) {
    this(List.of(error));
  }

  /** What is wrong, field by field; not empty. */
  public List<FieldError> errors() {
    return errors == null ? List.of() : errors;
  }

  /** Throws when there is at least one error. */
  public static void throwIfAny(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
  }

  @Override
  public String getMessage() {
    return super.getMessage() + " " + errors();
  }
}
