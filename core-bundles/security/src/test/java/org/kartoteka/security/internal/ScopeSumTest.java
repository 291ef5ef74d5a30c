package org.kartoteka.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kartoteka.platform.api.security.Extent;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.platform.api.security.RecordScope;
import org.kartoteka.platform.api.security.ScopeGrant;
import org.kartoteka.platform.api.security.UserId;

class ScopeSumTest {

  private static final UserId SELF = new UserId(1);
  private static final UserId COLLEAGUE = new UserId(2);

  @Test
  void what_no_role_grants_reaches_nothing() {
    Map<RecordAction, RecordScope> sum = sum(ScopeGrant.of(RecordAction.READ, Extent.OWN));

    assertEquals(RecordScope.ownedBy(Set.of(SELF)), sum.get(RecordAction.READ));
    assertEquals(RecordScope.NONE, sum.get(RecordAction.CHANGE));
    assertEquals(RecordScope.NONE, sum.get(RecordAction.EXPORT));
  }

  @Test
  void several_grants_unite() {
    Map<RecordAction, RecordScope> sum =
        sum(
            ScopeGrant.of(RecordAction.READ, Extent.OWN),
            ScopeGrant.of(RecordAction.READ, Extent.BRANCH),
            new ScopeGrant(RecordAction.READ, Extent.REGISTERS, List.of(7L, 8L)),
            new ScopeGrant(RecordAction.READ, Extent.REGISTERS, List.of(8L, 9L)),
            ScopeGrant.of(RecordAction.CHANGE, Extent.OWN),
            ScopeGrant.of(RecordAction.CHANGE, Extent.ALL));

    assertEquals(
        new RecordScope(false, Set.of(SELF, COLLEAGUE), Set.of(7L, 8L, 9L)),
        sum.get(RecordAction.READ));
    assertEquals(RecordScope.ALL, sum.get(RecordAction.CHANGE));
  }

  private static Map<RecordAction, RecordScope> sum(ScopeGrant... grants) {
    return ScopeSum.of(List.of(grants), Set.of(SELF), () -> Set.of(SELF, COLLEAGUE));
  }
}
