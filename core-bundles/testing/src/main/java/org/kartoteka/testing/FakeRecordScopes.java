package org.kartoteka.testing;

import java.util.EnumMap;
import java.util.Map;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.platform.api.security.RecordScope;
import org.kartoteka.platform.api.security.RecordScopes;

/** The circles of the user of a test: all records, until something else is said. */
public final class FakeRecordScopes implements RecordScopes {

  private final CurrentUser user;
  private final Map<RecordAction, RecordScope> scopes = new EnumMap<>(RecordAction.class);

  public FakeRecordScopes(CurrentUser user) {
    this.user = user;
  }

  /** From now on each action reaches this. */
  public void nowReach(RecordScope scope) {
    for (RecordAction action : RecordAction.values()) {
      scopes.put(action, scope);
    }
  }

  /** From now on the action reaches this. */
  public void nowReach(RecordAction action, RecordScope scope) {
    scopes.put(action, scope);
  }

  @Override
  public RecordScope of(RecordAction action) {
    return user.require().id() == null
        ? RecordScope.ALL
        : scopes.getOrDefault(action, RecordScope.ALL);
  }
}
