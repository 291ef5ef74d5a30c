package org.kartoteka.security.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.ChangeHistory;
import org.kartoteka.platform.api.history.ChangeView;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.GivenPassword;
import org.kartoteka.platform.api.security.PermissionView;
import org.kartoteka.platform.api.security.RoleView;
import org.kartoteka.platform.api.security.StandardRole;
import org.kartoteka.platform.api.security.UserData;
import org.kartoteka.platform.api.security.UserDirectory;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Users and roles. */
@Component(service = {UserDirectory.class, UserDirectoryService.class})
public final class UserDirectoryService implements UserDirectory {

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{1,63}");
  private static final Pattern ROLE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{1,63}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
  private static final int LONGEST = 200;

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final CurrentUser currentUser;
  private final ChangeHistory history;
  private final UserHistory userHistory;
  private final DeclaredPermissions permissions;
  private final RightsChange rights;
  private final RightsCeiling ceiling;
  private final UserTable users;
  private final SessionTable sessions;
  private final RoleTable roles;
  private final BranchTable branches;
  private final IdentityTable identities;

  @Activate
  public UserDirectoryService(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference CurrentUser currentUser,
      @Reference ChangeHistory history,
      @Reference DeclaredPermissions permissions,
      @Reference RightsChange rights,
      @Reference RightsCeiling ceiling) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.currentUser = currentUser;
    this.history = history;
    this.userHistory = new UserHistory(history, unitOfWork);
    this.permissions = permissions;
    this.rights = rights;
    this.ceiling = ceiling;
    this.users = new UserTable(unitOfWork);
    this.sessions = new SessionTable(unitOfWork);
    this.roles = new RoleTable(unitOfWork);
    this.branches = new BranchTable(unitOfWork);
    this.identities = new IdentityTable(unitOfWork);
  }

  @Override
  public List<UserView> users() {
    boolean all = mayManage();
    return unitOfWork.call(
        () -> users.views().stream().map(view -> all ? view : namesOnly(view)).toList());
  }

  @Override
  public Optional<UserView> user(UserId id) {
    boolean all = mayManage();
    return unitOfWork.call(() -> users.view(id)).map(view -> all ? view : namesOnly(view));
  }

  private boolean mayManage() {
    currentUser.require();
    return access.may(SecurityPermissions.MANAGE_USERS);
  }

  private static UserView namesOnly(UserView view) {
    return new UserView(
        view.id(),
        view.revision(),
        view.name(),
        view.fullName(),
        null,
        null,
        List.of(),
        false,
        null,
        view.branchId(),
        view.superiorId(),
        List.of());
  }

  @Override
  public UserView add(UserData data, GivenPassword password) {
    return rights.make(
        () -> {
          UserData checked = checked(data, null);
          PasswordRule.check(password.password(), checked.name());
          return added(
              users.insert(checked, PasswordHash.of(password.password()), password.temporary()));
        });
  }

  /**
   * Adds a user who cannot sign in until somebody gives him a password or says which provider knows
   * him.
   */
  public UserView addWithoutPassword(UserData data) {
    return rights.make(() -> added(users.insert(checked(data, null), null, false)));
  }

  private UserView added(UserId id) {
    UserView added = view(id);
    userHistory.created(added);
    return added;
  }

  @Override
  public UserView change(UserId id, ExpectedRevision revision, UserData data) {
    return rights.make(
        id,
        () -> {
          UserView before = view(id);
          revision.check(before.revision(), "user", id.value());
          UserData checked = checked(data, id);
          boolean administrates =
              !checked.blocked() && checked.roles().contains(StandardRole.ADMINISTRATOR.name());
          if (!administrates && users.administratorsExcept(id) == 0) {
            throw new Refused("security.user.last-administrator");
          }
          users.update(id, checked);
          if (checked.blocked()) {
            sessions.endAll(id, null);
          }
          UserView after = view(id);
          userHistory.changed(before, after);
          return after;
        });
  }

  @Override
  public void setPassword(UserId id, GivenPassword password) {
    rights.make(
        id,
        () -> {
          UserView view = view(id);
          if (identities.of(id).isPresent()) {
            throw new Refused("security.identity.password-elsewhere");
          }
          PasswordRule.check(password.password(), view.name());
          users.setPasswordHash(id, PasswordHash.of(password.password()), password.temporary());
          sessions.endAll(id, null);
          userHistory.changed(view, "password", "***", "***");
          return id;
        });
  }

  @Override
  public List<RoleView> roles() {
    access.require(SecurityPermissions.MANAGE_USERS);
    return unitOfWork.call(roles::all);
  }

  @Override
  public Set<String> givableRoles() {
    access.require(SecurityPermissions.MANAGE_USERS);
    return unitOfWork.read(ceiling::givable);
  }

  @Override
  public RoleView saveRole(RoleView role) {
    return rights.make(
        () -> {
          if (role.name() == null || !ROLE.matcher(role.name()).matches()) {
            throw new InvalidInput(FieldError.of("name", "roleName"));
          }
          if (role.name().equals(StandardRole.ADMINISTRATOR.name())) {
            throw new Refused("security.role.administrator");
          }
          Set<String> known =
              permissions.all().stream().map(PermissionView::name).collect(Collectors.toSet());
          Optional<RoleView> before = roles.find(role.name());
          InvalidInput.throwIfAny(RoleRules.errors(role, before.orElse(null), known));
          InvalidInput.throwIfAny(ceiling.role(role, before.orElse(null)));
          roles.save(role);
          RoleView after = roles.find(role.name()).orElseThrow();
          history.record(
              before.isPresent() ? ChangeView.Kind.CHANGED : ChangeView.Kind.CREATED,
              RoleRules.ref(after),
              RoleRules.changes(before.orElse(null), after));
          return after;
        });
  }

  @Override
  public void removeRole(String name) {
    rights.make(
        () -> {
          RoleView role = roles.find(name).orElseThrow(() -> new NotFound("role", name));
          if (role.standard()) {
            throw new Refused("security.role.standard");
          }
          if (roles.isInUse(name)) {
            throw new Refused("security.role.in-use", name);
          }
          roles.remove(name);
          history.record(
              ChangeView.Kind.DELETED, RoleRules.ref(role), RoleRules.changes(role, null));
          return role;
        });
  }

  @Override
  public List<PermissionView> permissions() {
    access.require(SecurityPermissions.MANAGE_USERS);
    return unitOfWork.call(permissions::all);
  }

  private UserView view(UserId id) {
    return users.view(id).orElseThrow(() -> new NotFound("user", id.value()));
  }

  private UserData checked(UserData data, UserId id) {
    InvalidInput.throwIfAny(errors(data, id));
    return new UserData(
        CleanName.of(data.name()),
        CleanName.of(data.fullName()),
        CleanName.of(data.email()),
        data.language() == null ? "en" : data.language(),
        data.roles(),
        data.blocked(),
        data.branchId(),
        data.superiorId());
  }

  /**
   * What keeps a user from being like this; within a unit of work.
   *
   * @param id the user who is changed; null for a new one
   */
  public List<FieldError> errors(UserData data, UserId id) {
    List<FieldError> errors = new ArrayList<>();
    String name = CleanName.of(data.name());
    String fullName = CleanName.of(data.fullName());
    String email = CleanName.of(data.email());
    if (name == null) {
      errors.add(FieldError.of("name", "required"));
    } else if (!NAME.matcher(name).matches()) {
      errors.add(FieldError.of("name", "userName"));
    } else if (users.nameTaken(name, id)) {
      errors.add(FieldError.of("name", "notUnique", name));
    }
    if (fullName == null) {
      errors.add(FieldError.of("fullName", "required"));
    } else if (fullName.length() > LONGEST) {
      errors.add(FieldError.of("fullName", "tooLong", LONGEST));
    }
    if (email != null && (email.length() > LONGEST || !EMAIL.matcher(email).matches())) {
      errors.add(FieldError.of("email", "format", "name@example.com"));
    }
    String language = data.language() == null ? "en" : data.language();
    if (!Messages.nearest(Locale.forLanguageTag(language)).getLanguage().equals(language)) {
      errors.add(FieldError.of("language", "unknownLanguage", language));
    }
    Set<String> known = roles.names();
    data.roles().stream()
        .filter(role -> !known.contains(role))
        .forEach(role -> errors.add(FieldError.of("roles", "noSuchRole", role)));
    UserView before = id == null ? null : view(id);
    if (before != null) {
      errors.addAll(ceiling.account(id));
    }
    errors.addAll(ceiling.roles("roles", added(data, before)));
    if (data.branchId() != null && branches.find(data.branchId()).isEmpty()) {
      errors.add(FieldError.of("branchId", "unknownBranch"));
    } else if (before != null && !Objects.equals(before.branchId(), data.branchId())) {
      errors.addAll(ceiling.move(id, data.branchId()));
    }
    checkSuperior(data.superiorId(), id, errors);
    return errors;
  }

  private static List<String> added(UserData data, UserView before) {
    return data.roles().stream()
        .filter(role -> before == null || !before.roles().contains(role))
        .toList();
  }

  private void checkSuperior(UserId superior, UserId id, List<FieldError> errors) {
    if (superior == null) {
      return;
    }
    if (users.view(superior).isEmpty()) {
      errors.add(FieldError.of("superiorId", "unknownUser", superior.value()));
    } else if (id != null && (superior.equals(id) || users.isAbove(id, superior))) {
      errors.add(FieldError.of("superiorId", "cycle"));
    }
  }
}
