package org.kartoteka.platform.api.problem;

/**
 * A rule of the field forbids the act in the record's present state; nothing was written. HTTP 409.
 */
public final class Refused extends Problem {

  private static final long serialVersionUID = 1L;

  public Refused(String key, Object... arguments) {
    super(key, arguments);
  }
}
