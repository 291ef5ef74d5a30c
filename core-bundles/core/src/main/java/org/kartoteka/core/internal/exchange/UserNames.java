package org.kartoteka.core.internal.exchange;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.kartoteka.platform.api.security.UserDirectory;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Users as files name them: by their sign-in names, or by their full ones. */
@Component(service = UserNames.class)
public class UserNames {

  private final UserDirectory directory;

  @Activate
  public UserNames(@Reference UserDirectory directory) {
    this.directory = directory;
  }

  /** What users are called in files; read when it is first asked for. */
  Function<UserId, String> names() {
    Map<UserId, String> names = new HashMap<>();
    return id -> {
      if (names.isEmpty()) {
        directory.users().forEach(user -> names.put(user.id(), user.name()));
      }
      return names.get(id);
    };
  }

  /** Who is called so; read when it is first asked for. */
  Function<String, UserId> ids() {
    Map<String, UserId> ids = new HashMap<>();
    return name -> {
      if (ids.isEmpty()) {
        for (UserView user : directory.users()) {
          ids.putIfAbsent(user.fullName().toLowerCase(Locale.ROOT), user.id());
        }
        directory.users().forEach(user -> ids.put(user.name().toLowerCase(Locale.ROOT), user.id()));
      }
      return ids.get(name.toLowerCase(Locale.ROOT));
    };
  }
}
