package org.kartoteka.security.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.Extent;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.platform.api.security.RecordScope;
import org.kartoteka.platform.api.security.RoleView;
import org.kartoteka.platform.api.security.ScopeGrant;
import org.kartoteka.platform.api.security.StandardRole;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Nobody gives more than he has himself, in whatever way rights are given, and nobody acts on the
 * account of somebody who has more: who sets a password can be that user (OWASP ASVS 5, 8.2.1). An
 * administrator has everything. Every method runs in the caller's unit of work.
 */
@Component(service = RightsCeiling.class)
public final class RightsCeiling {

  /** As many as a sentence can hold. */
  private static final int MOST_LISTED = 3;

  private final AccessControl access;
  private final CurrentUser currentUser;
  private final RecordScopesService scopes;
  private final Messages messages;
  private final RoleTable roles;

  @Activate
  public RightsCeiling(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference CurrentUser currentUser,
      @Reference RecordScopesService scopes,
      @Reference Messages messages) {
    this.access = access;
    this.currentUser = currentUser;
    this.scopes = scopes;
    this.messages = messages;
    this.roles = new RoleTable(unitOfWork);
  }

  /** Whether the present user has everything that the user has. */
  boolean covers(UserId user) {
    return beyond(user).isEmpty();
  }

  /** Refuses an act on the account of somebody who has more than the present user. */
  public void guard(UserId user) {
    List<String> beyond = beyond(user);
    if (!beyond.isEmpty()) {
      throw roles.of(user).contains(StandardRole.ADMINISTRATOR.name())
          ? new Refused("security.user.administrator-by-administrator")
          : new Refused("problem.field.accountBeyond", listed(beyond));
    }
  }

  /** What keeps the present user from acting on the account, at no field of it. */
  List<FieldError> account(UserId user) {
    List<String> beyond = beyond(user);
    return beyond.isEmpty()
        ? List.of()
        : List.of(FieldError.of("", "accountBeyond", listed(beyond)));
  }

  /** The errors of giving these roles to somebody, or to the members of a group. */
  public List<FieldError> roles(String field, Collection<String> given) {
    if (given.isEmpty() || isAdministrator()) {
      return List.of();
    }
    List<FieldError> errors = new ArrayList<>();
    for (RoleView role : roles.all()) {
      if (given.contains(role.name())) {
        List<String> beyond = beyond(role);
        if (role.name().equals(StandardRole.ADMINISTRATOR.name())) {
          errors.add(FieldError.of(field, "administratorByAdministrator"));
        } else if (!beyond.isEmpty()) {
          errors.add(FieldError.of(field, "roleBeyond", role(role.name()), listed(beyond)));
        }
      }
    }
    return errors;
  }

  /** The names of the roles that the present user may give. */
  Set<String> givable() {
    boolean all = isAdministrator();
    return roles.all().stream()
        .filter(
            role ->
                all
                    || !role.name().equals(StandardRole.ADMINISTRATOR.name())
                        && beyond(role).isEmpty())
        .map(RoleView::name)
        .collect(Collectors.toSet());
  }

  /**
   * The errors of making a role so.
   *
   * @param before null for a new one; what it has already is not given
   */
  List<FieldError> role(RoleView role, RoleView before) {
    if (isAdministrator()) {
      return List.of();
    }
    List<FieldError> errors = new ArrayList<>();
    role.permissions().stream()
        .filter(permission -> before == null || !before.permissions().contains(permission))
        .filter(permission -> !access.may(permission))
        .forEach(
            permission -> errors.add(FieldError.of("permissions", "notHis", words(permission))));
    for (int i = 0; role.scopes() != null && i < role.scopes().size(); i++) {
      ScopeGrant grant = role.scopes().get(i);
      if ((before == null || !before.scopes().contains(grant)) && !reaches(grant)) {
        errors.add(FieldError.of("scopes[" + i + "]", "reachBeyond", reach(grant.action())));
      }
    }
    return errors;
  }

  /**
   * The errors of moving a user to a branch: its people may reach his records then, and he theirs.
   */
  List<FieldError> move(UserId user, BranchId branch) {
    if (branch == null || isAdministrator()) {
      return List.of();
    }
    RecordScope his = RecordScope.ownedBy(Set.of(user));
    RecordScope theirs = RecordScope.ownedBy(scopes.people(branch));
    Set<RecordAction> gained =
        roles.scopes(roles.of(user)).stream()
            .filter(grant -> grant.extent() == Extent.BRANCH)
            .map(ScopeGrant::action)
            .collect(Collectors.toSet());
    return unless(
        "branchId",
        action -> scopes.of(action).holds(gained.contains(action) ? his.with(theirs) : his));
  }

  /** The errors of putting a branch below another, whose people may reach into it then. */
  List<FieldError> nest() {
    return unless("parentId", action -> scopes.of(action).all());
  }

  private List<FieldError> unless(String field, Predicate<RecordAction> reached) {
    return Stream.of(RecordAction.values())
        .filter(reached.negate())
        .map(action -> FieldError.of(field, "reachBeyond", reach(action)))
        .limit(1)
        .toList();
  }

  private boolean isAdministrator() {
    return access.may(User.ALL);
  }

  private List<String> beyond(UserId user) {
    if (isAdministrator()) {
      return List.of();
    }
    Set<String> held = roles.of(user);
    if (held.contains(StandardRole.ADMINISTRATOR.name())) {
      return List.of(role(StandardRole.ADMINISTRATOR.name()));
    }
    Map<RecordAction, RecordScope> reached = scopes.circles(user);
    return Stream.concat(
            missing(roles.permissions(held)),
            Stream.of(RecordAction.values())
                .filter(action -> !scopes.of(action).holds(reached.get(action)))
                .map(this::reach))
        .toList();
  }

  private List<String> beyond(RoleView role) {
    return Stream.concat(
            missing(role.permissions()),
            role.scopes().stream()
                .filter(grant -> !reaches(grant))
                .map(grant -> reach(grant.action()))
                .distinct())
        .toList();
  }

  private Stream<String> missing(Collection<String> permissions) {
    return permissions.stream()
        .filter(permission -> !access.may(permission))
        .sorted()
        .map(this::words);
  }

  /**
   * Whether the present user may let others reach so far. A role holds for the whole company: whose
   * branch is meant is not known when it is given.
   */
  private boolean reaches(ScopeGrant grant) {
    RecordScope mine = scopes.of(grant.action());
    return switch (grant.extent()) {
      case OWN -> !mine.isNone();
      case REGISTERS -> mine.holds(RecordScope.inRegisters(Set.copyOf(grant.registers())));
      case BRANCH, ALL -> mine.all();
    };
  }

  private String role(String name) {
    return text("role." + name, name);
  }

  private String words(String permission) {
    return text("permission." + permission, permission);
  }

  private String reach(RecordAction action) {
    return text("security.reach." + action, action.name());
  }

  private String text(String key, String otherwise) {
    Locale language = currentUser.require().locale();
    return messages.find(language, key).orElse(otherwise);
  }

  private static String listed(List<String> words) {
    String first = words.stream().limit(MOST_LISTED).collect(Collectors.joining("; "));
    return words.size() > MOST_LISTED ? first + "; +" + (words.size() - MOST_LISTED) : first;
  }
}
