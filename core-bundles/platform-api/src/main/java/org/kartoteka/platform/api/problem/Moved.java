package org.kartoteka.platform.api.problem;

import java.util.Optional;

/**
 * The record became part of another, which is to be asked for instead. HTTP 308 with the new
 * address where the old one was in the address, else 409.
 */
public final class Moved extends Problem {

  private static final long serialVersionUID = 1L;

  private final String type;
  private final long from;
  private final long to;

  /**
   * A record that is part of another now.
   *
   * @param type the record's type
   * @param from the id that was asked for
   * @param to the id of the record it is part of now
   */
  public Moved(String type, long from, long to) {
    super("problem.moved", type, Long.toString(from), Long.toString(to));
    this.type = type;
    this.from = from;
    this.to = to;
  }

  @Override
  protected Optional<String> nameKey() {
    return Optional.of("record." + type);
  }

  /** The record's type. */
  public String type() {
    return type;
  }

  /** The id that was asked for. */
  public long from() {
    return from;
  }

  /** The id of the record it is part of now. */
  public long to() {
    return to;
  }
}
