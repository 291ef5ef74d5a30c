package org.kartoteka.rest.internal.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kartoteka.platform.api.record.Id;

/** Makes typed ids of texts. */
public final class Ids {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private Ids() {}

  /** Whether the type is one of the typed ids. */
  public static boolean isId(Class<?> type) {
    return Id.class.isAssignableFrom(type) && type.isRecord();
  }

  /** The id behind the text; empty when it is no number. */
  public static <T> Optional<T> parse(Class<T> type, String text) {
    if (text == null || !NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      Constructor<T> constructor = type.getDeclaredConstructor(long.class);
      return Optional.of(constructor.newInstance(Long.parseLong(text)));
    } catch (InvocationTargetException refused) {
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " is no record of one long", e);
    }
  }
}
