package org.kartoteka.security.internal.exchange;

import java.util.List;
import java.util.Set;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.UserData;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserView;

/**
 * What an import made of a user.
 *
 * @param old null when he was made
 * @param oldGroups the names of the groups he was in
 */
record UserTrace(State old, State now, List<String> oldGroups, List<String> nowGroups) {

  /** What was said of a user. */
  record State(
      String name,
      String fullName,
      String email,
      String language,
      List<String> roles,
      boolean blocked,
      Long branch,
      Long superior) {

    static State of(UserData data) {
      return new State(
          data.name(),
          data.fullName(),
          data.email(),
          data.language(),
          data.roles().stream().sorted().toList(),
          data.blocked(),
          data.branchId() == null ? null : data.branchId().value(),
          data.superiorId() == null ? null : data.superiorId().value());
    }

    UserData data() {
      return new UserData(
          name,
          fullName,
          email,
          language,
          roles,
          blocked,
          branch == null ? null : new BranchId(branch),
          superior == null ? null : new UserId(superior));
    }
  }

  static UserTrace of(
      UserView before, Set<String> groupsBefore, UserView after, Set<String> groupsAfter) {
    return new UserTrace(
        before == null ? null : State.of(Staff.data(before)),
        State.of(Staff.data(after)),
        List.copyOf(groupsBefore),
        List.copyOf(groupsAfter));
  }

  /** Whether the user is still as the import left him. */
  boolean isNow(UserView user) {
    return now.equals(State.of(Staff.data(user)))
        && Set.copyOf(nowGroups).equals(Set.copyOf(user.groups()));
  }
}
