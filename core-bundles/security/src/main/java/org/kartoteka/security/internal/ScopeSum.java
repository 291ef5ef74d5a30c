package org.kartoteka.security.internal;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.platform.api.security.RecordScope;
import org.kartoteka.platform.api.security.ScopeGrant;
import org.kartoteka.platform.api.security.UserId;

/** What several grants come to for one user. */
final class ScopeSum {

  private ScopeSum() {}

  /**
   * What the grants come to.
   *
   * @param own whose records count as the user's own
   * @param branch the users of his branch and of the branches below it
   */
  static Map<RecordAction, RecordScope> of(
      List<ScopeGrant> grants, Set<UserId> own, Supplier<Set<UserId>> branch) {
    Map<RecordAction, RecordScope> sum = new EnumMap<>(RecordAction.class);
    for (RecordAction action : RecordAction.values()) {
      sum.put(action, RecordScope.NONE);
    }
    for (ScopeGrant grant : grants) {
      sum.merge(grant.action(), circle(grant, own, branch), RecordScope::with);
    }
    return sum;
  }

  /**
   * Adds the records of somebody for whom the user stands in: for each action with which that one
   * reaches them, and the user himself reaches anything.
   */
  static void standIn(
      Map<RecordAction, RecordScope> sum, UserId absent, List<ScopeGrant> ofAbsent) {
    Map<RecordAction, RecordScope> theirs = of(ofAbsent, Set.of(absent), () -> Set.of(absent));
    sum.replaceAll(
        (action, mine) -> {
          RecordScope his = theirs.get(action);
          boolean reaches = his.all() || his.owners().contains(absent);
          return reaches && !mine.isNone() ? mine.with(RecordScope.ownedBy(Set.of(absent))) : mine;
        });
  }

  private static RecordScope circle(
      ScopeGrant grant, Set<UserId> own, Supplier<Set<UserId>> branch) {
    return switch (grant.extent()) {
      case OWN -> RecordScope.ownedBy(own);
      case BRANCH -> {
        Set<UserId> people = new HashSet<>(own);
        people.addAll(branch.get());
        yield RecordScope.ownedBy(people);
      }
      case REGISTERS -> RecordScope.inRegisters(Set.copyOf(grant.registers()));
      case ALL -> RecordScope.ALL;
    };
  }
}
