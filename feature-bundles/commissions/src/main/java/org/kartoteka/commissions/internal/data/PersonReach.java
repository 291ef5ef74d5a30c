package org.kartoteka.commissions.internal.data;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

  private static final Set<UserId> NOBODY = Set.of(new UserId(0));

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

  /** Whether he sees somebody's commissions; nobody's when he may not even see his own. */
  public Predicate<UserId> seen() {
    Optional<Set<UserId>> persons = persons(RecordAction.READ);
    return person -> persons.map(some -> some.contains(person)).orElse(true);
  }

  private Condition reached(String column, RecordAction action) {
    if (!access.may(CommissionPermissions.ALL)) {
      access.require(CommissionPermissions.OWN);
    }
    return persons(action)
        .map(some -> new Condition(column + " = any(?)", List.of(some.isEmpty() ? NOBODY : some)))
        .orElseGet(() -> new Condition("", List.of()));
  }

  /** Whom he reaches; empty for everybody. */
  private Optional<Set<UserId>> persons(RecordAction action) {
    Set<UserId> persons = new HashSet<>();
    if (access.may(CommissionPermissions.ALL)) {
      RecordScope scope = scopes.of(action);
      if (scope.all()) {
        return Optional.empty();
      }
      persons.addAll(scope.owners());
    }
    if (access.may(CommissionPermissions.OWN) && currentUser.require().id() != null) {
      persons.add(currentUser.require().id());
    }
    return Optional.of(persons);
  }
}
