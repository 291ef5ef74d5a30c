package org.kartoteka.platform.api.problem;

import java.util.List;
import org.kartoteka.platform.api.record.Id;

/**
 * What is wrong with one field and how to mend it.
 *
 * @param field the field's name as in the JSON, with index where it is a list: {@code
 *     identifiers[0].value}; empty when the whole record is meant
 * @param code a stable short code for programs, such as {@code required} or {@code checkDigit}
 * @param key the key of the text for people
 * @param arguments the arguments of that text; an id is told by its digits, not as a quantity
 */
public record FieldError(String field, String code, String key, List<Object> arguments) {

  public FieldError {
    arguments =
        arguments.stream()
            .map(one -> one instanceof Id id ? (Object) Long.toString(id.value()) : one)
            .toList();
  }

  /** An error whose text is {@code problem.field.<code>}. */
  public static FieldError of(String field, String code, Object... arguments) {
    return new FieldError(field, code, "problem.field." + code, List.of(arguments));
  }

  /** The same error with the field's name put behind a prefix. */
  public FieldError within(String prefix) {
    return new FieldError(field.isEmpty() ? prefix : prefix + "." + field, code, key, arguments);
  }
}
