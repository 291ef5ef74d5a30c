package org.kartoteka.ui.internal.deputy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kartoteka.platform.api.security.Deputies;
import org.kartoteka.platform.api.security.UserDirectory;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserView;
import org.kartoteka.ui.internal.record.Colleagues;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The services that deputies on the screen work with. */
@Component(service = DeputyDesk.class)
public class DeputyDesk {

  private final Deputies deputies;
  private final UserDirectory directory;
  private final Colleagues colleagues;

  @Activate
  public DeputyDesk(
      @Reference Deputies deputies,
      @Reference UserDirectory directory,
      @Reference Colleagues colleagues) {
    this.deputies = deputies;
    this.directory = directory;
    this.colleagues = colleagues;
  }

  /** The deputies. */
  public Deputies deputies() {
    return deputies;
  }

  Colleagues colleagues() {
    return colleagues;
  }

  /** The user and everybody below him. */
  List<UserId> staffOf(UserId superior) {
    List<UserView> users = directory.users();
    Map<UserId, UserId> above = new HashMap<>();
    users.forEach(user -> above.put(user.id(), user.superiorId()));
    return users.stream()
        .map(UserView::id)
        .filter(user -> isOrIsBelow(user, superior, above))
        .toList();
  }

  private static boolean isOrIsBelow(UserId user, UserId superior, Map<UserId, UserId> above) {
    Set<UserId> seen = new HashSet<>();
    for (UserId one = user; one != null && seen.add(one); one = above.get(one)) {
      if (one.equals(superior)) {
        return true;
      }
    }
    return false;
  }
}
