package org.kartoteka.platform.api.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/** The place in a keyset-paged list: the sort values of the last row that was seen. */
public final class Cursor {

  private static final char SEPARATOR = '\u001f';
  private static final String NULL = "\u0000";

  private Cursor() {}

  /** The opaque text of the given sort values; a value may be null. */
  public static String of(List<?> values) {
    StringBuilder text = new StringBuilder();
    for (Object value : values) {
      if (!text.isEmpty()) {
        text.append(SEPARATOR);
      }
      text.append(value == null ? NULL : "=" + value);
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The sort values behind a cursor.
   *
   * @throws InvalidInput when the text is no cursor of so many values
   */
  public static List<String> values(String cursor, int count) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      List<String> values = new ArrayList<>();
      for (String part : text.split(String.valueOf(SEPARATOR), -1)) {
        values.add(part.startsWith("=") ? part.substring(1) : null);
      }
      if (values.size() == count) {
        return values;
      }
    } catch (IllegalArgumentException notBase64) {
      throw new InvalidInput(FieldError.of("after", "cursor"));
    }
    throw new InvalidInput(FieldError.of("after", "cursor"));
  }
}
