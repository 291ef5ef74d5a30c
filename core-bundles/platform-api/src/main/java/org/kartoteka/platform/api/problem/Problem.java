package org.kartoteka.platform.api.problem;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A refusal that a person can act upon. The message is a key of a message bundle with its
 * arguments; the HTTP API turns it into problem details (RFC 9457), the screen into a notice.
 */
public abstract class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<Object> arguments;

  protected Problem(String key, Object... arguments) {
    super(key + List.of(arguments));
    this.key = key;
    this.arguments = List.of(arguments);
  }

  /** The key of the text that explains the refusal and its remedy. */
  public String key() {
    return key;
  }

  /**
   * The arguments of that text with the name that people have for what it speaks of, such as a
   * record or a permission.
   *
   * @param texts the text of a key in the reader's language, if there is one
   */
  public final Object[] arguments(Function<String, Optional<String>> texts) {
    Object[] told = arguments().toArray();
    nameKey().flatMap(texts).ifPresent(name -> told[0] = name);
    return told;
  }

  /** The key of the name of the first argument; empty when that is told as it is. */
  protected Optional<String> nameKey() {
    return Optional.empty();
  }

  /** The arguments of that text, never null. */
  public List<Object> arguments() {
    return arguments == null ? List.of() : arguments;
  }
}
