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
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.PermissionView;
import org.kartoteka.platform.api.security.RecentProof;
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
@Component
public final class UserDirectoryService implements UserDirectory {

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{1,63}");
  private static final Pattern ROLE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{1,63}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
  private static final int LONGEST = 200;

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final CurrentUser currentUser;
  private final ChangeHistory history;
  private final DeclaredPermissions permissions;
  private final AuthenticationService authentication;
  private final UserTable users;
  private final SessionTable sessions;
  private final RecentProof proof;

  @Activate
  public UserDirectoryService(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference CurrentUser currentUser,
      @Reference ChangeHistory history,
      @Reference DeclaredPermissions permissions,
      @Reference AuthenticationService authentication,
      @Reference RecentProof proof) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.currentUser = currentUser;
    this.history = history;
    this.permissions = permissions;
    this.authentication = authentication;
    this.users = new UserTable(unitOfWork);
    this.sessions = new SessionTable(unitOfWork);
    this.proof = proof;
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
        null);
  }

  @Override
  public UserView add(UserData data, String password) {
    access.require(SecurityPermissions.MANAGE_USERS);
    proof.requireRecent();
    return unitOfWork.call(
        () -> {
          UserData checked = checked(data, null);
          PasswordRule.check(password, checked.name());
          UserId id = users.insert(checked, PasswordHash.of(password));
          UserView added = view(id);
          history.record(ChangeView.Kind.CREATED, ref(added), changes(null, added));
          return added;
        });
  }

  @Override
  public UserView change(UserId id, ExpectedRevision revision, UserData data) {
    access.require(SecurityPermissions.MANAGE_USERS);
    proof.requireRecent();
    UserView changed =
        unitOfWork.call(
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
              history.record(ChangeView.Kind.CHANGED, ref(after), changes(before, after));
              return after;
            });
    authentication.forgetChecked();
    return changed;
  }

  @Override
  public void setPassword(UserId id, String password) {
    access.require(SecurityPermissions.MANAGE_USERS);
    proof.requireRecent();
    unitOfWork.run(
        () -> {
          UserView view = view(id);
          PasswordRule.check(password, view.name());
          users.setPasswordHash(id, PasswordHash.of(password));
          sessions.endAll(id, null);
          history.record(
              ChangeView.Kind.CHANGED,
              ref(view),
              List.of(new FieldChange("password", "***", "***")));
        });
    authentication.forgetChecked();
  }

  @Override
  public List<RoleView> roles() {
    access.require(SecurityPermissions.MANAGE_USERS);
    return unitOfWork.call(users::roles);
  }

  @Override
  public RoleView saveRole(RoleView role) {
    access.require(SecurityPermissions.MANAGE_USERS);
    proof.requireRecent();
    if (role.name() == null || !ROLE.matcher(role.name()).matches()) {
      throw new InvalidInput(FieldError.of("name", "format"));
    }
    if (role.name().equals(StandardRole.ADMINISTRATOR.name())) {
      throw new Refused("security.role.administrator");
    }
    RoleView saved =
        unitOfWork.call(
            () -> {
              Set<String> known =
                  permissions.all().stream().map(PermissionView::name).collect(Collectors.toSet());
              List<FieldError> errors =
                  role.permissions().stream()
                      .filter(name -> !known.contains(name))
                      .map(name -> FieldError.of("permissions", "unknownPermission", name))
                      .toList();
              InvalidInput.throwIfAny(errors);
              users.saveRole(role.name(), role.permissions());
              return users.roles().stream()
                  .filter(one -> one.name().equals(role.name()))
                  .findFirst()
                  .orElseThrow();
            });
    authentication.forgetChecked();
    return saved;
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
    List<FieldError> errors = new ArrayList<>();
    String name = stripped(data.name());
    String fullName = stripped(data.fullName());
    String email = stripped(data.email());
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
      errors.add(FieldError.of("email", "format"));
    }
    String language = data.language() == null ? "en" : data.language();
    if (!Messages.nearest(Locale.forLanguageTag(language)).getLanguage().equals(language)) {
      errors.add(FieldError.of("language", "unknownLanguage", language));
    }
    Set<String> known = users.roleNames();
    data.roles().stream()
        .filter(role -> !known.contains(role))
        .forEach(role -> errors.add(FieldError.of("roles", "unknownRole", role)));
    InvalidInput.throwIfAny(errors);
    return new UserData(name, fullName, email, language, data.roles(), data.blocked());
  }

  private static String stripped(String text) {
    return text == null || text.isBlank() ? null : text.replaceAll("\\p{Cntrl}", "").strip();
  }

  private static RecordRef ref(UserView user) {
    return RecordRef.of("user", user.id(), user.fullName());
  }

  private static List<FieldChange> changes(UserView before, UserView after) {
    List<FieldChange> changes = new ArrayList<>();
    compare(changes, "name", before == null ? null : before.name(), after.name());
    compare(changes, "fullName", before == null ? null : before.fullName(), after.fullName());
    compare(changes, "email", before == null ? null : before.email(), after.email());
    compare(changes, "language", before == null ? null : before.language(), after.language());
    compare(
        changes,
        "roles",
        before == null ? null : String.join(", ", before.roles()),
        String.join(", ", after.roles()));
    compare(
        changes,
        "blocked",
        before == null ? null : String.valueOf(before.blocked()),
        String.valueOf(after.blocked()));
    return changes;
  }

  private static void compare(
      List<FieldChange> changes, String field, String before, String after) {
    if (!Objects.equals(before, after)) {
      changes.add(new FieldChange(field, before, after));
    }
  }
}
