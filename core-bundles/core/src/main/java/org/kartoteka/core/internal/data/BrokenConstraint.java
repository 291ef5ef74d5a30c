package org.kartoteka.core.internal.data;

/** The database refused what was written because of a constraint. */
public final class BrokenConstraint extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String name;

  public BrokenConstraint(String name, Throwable cause) {
    super(name, cause);
    this.name = name;
  }

  /** Whether it is the constraint of this name. */
  public boolean is(String constraint) {
    return name.equals(constraint);
  }
}
