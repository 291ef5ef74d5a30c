package org.kartoteka.commissions.internal.data;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kartoteka.platform.api.data.Condition;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.platform.api.security.RecordScope;
import org.kartoteka.platform.api.security.RecordScopes;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whose commissions somebody sees: his own, or those of all whose records he reaches. */
@Component(service = PersonReach.class)
public final class PersonReach {

  private final AccessControl access;
  private final CurrentUser currentUser;
  private final RecordScopes scopes;

  @Activate
  public PersonReach(
      @Reference AccessControl access,
      @Reference CurrentUser currentUser,
      @Reference RecordScopes scopes) {
    this.access = access;
    this.currentUser = currentUser;
    this.scopes = scopes;
  }

  /**
   * The condition on the column of the person.
   *
   * @throws org.kartoteka.platform.api.problem.Forbidden when he may not even see his own
   */
  public Condition seen(String column) {
    return reached(column, RecordAction.READ);
  }

  /** The condition on the column of the person, for acts. */
  public Condition changed(String column) {
    return reached(column, RecordAction.CHANGE);
  }

  private Condition reached(String column, RecordAction action) {
    Set<UserId> persons = new HashSet<>();
    if (access.may(CommissionPermissions.ALL)) {
      RecordScope scope = scopes.of(action);
      if (scope.all()) {
        return new Condition("", List.of());
      }
      persons.addAll(scope.owners());
    } else {
      access.require(CommissionPermissions.OWN);
    }
    if (access.may(CommissionPermissions.OWN) && currentUser.require().id() != null) {
      persons.add(currentUser.require().id());
    }
    return new Condition(column + " = any(?)", List.of(persons.isEmpty() ? Set.of(0L) : persons));
  }
}
