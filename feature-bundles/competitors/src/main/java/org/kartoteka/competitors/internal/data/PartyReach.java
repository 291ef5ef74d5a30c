package org.kartoteka.competitors.internal.data;

import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyScope;
import org.kartoteka.platform.api.data.Condition;
import org.kartoteka.platform.api.security.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was observed at customers follows the customer: who may not see him, may not see it. */
@Component(service = PartyReach.class)
public final class PartyReach {

  private final PartyScope scope;

  @Activate
  public PartyReach(@Reference PartyScope scope) {
    this.scope = scope;
  }

  /** The condition that the customer in the column may be seen. */
  Condition seen(String column) {
    return scope.condition(RecordAction.READ, column);
  }

  /** The condition that there is no customer in the column, or one that may be seen. */
  Condition seenOrNone(String column) {
    return seen(column).orMissing(column);
  }

  /** Whether the user may see all customers. */
  public boolean isWhole() {
    return seen("").isAll();
  }

  /**
   * Lets only those record what was observed who may change the customer.
   *
   * @param customer may be null
   */
  public void requireChangeable(PartyId customer) {
    if (customer != null) {
      scope.require(customer, RecordAction.CHANGE);
    }
  }
}
