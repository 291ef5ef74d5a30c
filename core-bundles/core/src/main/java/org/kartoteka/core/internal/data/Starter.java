package org.kartoteka.core.internal.data;

import java.util.Locale;
import java.util.Set;
import org.kartoteka.core.internal.domain.Json;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserId;

/**
 * Who has started what goes on in the background, as a row keeps him: with the rights he had, and
 * without what he came in by.
 */
public record Starter(
    UserId id, String name, String fullName, Locale locale, Set<String> permissions) {

  /** The user as a row keeps him. */
  public static String write(User user) {
    return Json.write(
        new Starter(user.id(), user.name(), user.fullName(), user.locale(), user.permissions()));
  }

  /** The user whom a row keeps. */
  public static User read(String kept) {
    Starter starter = Json.value(kept, Starter.class);
    return new User(
        starter.id, starter.name, starter.fullName, starter.locale, starter.permissions);
  }
}
