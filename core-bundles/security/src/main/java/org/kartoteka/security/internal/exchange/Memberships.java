package org.kartoteka.security.internal.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.security.GroupData;
import org.kartoteka.platform.api.security.GroupView;
import org.kartoteka.platform.api.security.UserGroups;
import org.kartoteka.platform.api.security.UserId;

/** Who belongs to which groups after a table was taken; each group is changed once. */
final class Memberships {

  private final UserGroups groups;
  private final List<GroupView> before;
  private final Map<GroupView, Set<UserId>> members = new HashMap<>();

  Memberships(UserGroups groups) {
    this.groups = groups;
    before = groups.all();
    before.forEach(group -> members.put(group, new LinkedHashSet<>(group.members())));
  }

  /** The name of the group that is called so. */
  Optional<String> find(String name) {
    return before.stream()
        .map(GroupView::name)
        .filter(known -> Ranks.key(known).equals(Ranks.key(name)))
        .findFirst();
  }

  /** The names of the groups that somebody is in by now. */
  Set<String> of(UserId user) {
    Set<String> names = new TreeSet<>();
    members.forEach(
        (group, all) -> {
          if (all.contains(user)) {
            names.add(group.name());
          }
        });
    return names;
  }

  /** The roles that members of these groups have. */
  Set<String> roles(Collection<String> names) {
    return before.stream()
        .filter(group -> names.contains(group.name()))
        .flatMap(group -> group.roles().stream())
        .collect(Collectors.toSet());
  }

  /** From now on somebody is in these groups and no others. */
  void put(UserId user, Set<String> names) {
    members.forEach(
        (group, all) -> {
          if (names.contains(group.name())) {
            all.add(user);
          } else {
            all.remove(user);
          }
        });
  }

  /** Writes what has become of the groups. */
  void write() {
    members.forEach(
        (group, all) -> {
          if (!all.equals(new LinkedHashSet<>(group.members()))) {
            groups.change(
                group.id(),
                ExpectedRevision.any(),
                new GroupData(
                    group.name(), group.description(), group.roles(), new ArrayList<>(all)));
          }
        });
  }
}
