package org.kartoteka.security.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.ChangeHistory;
import org.kartoteka.platform.api.history.ChangeView.Kind;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.history.FieldChanges;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.GroupData;
import org.kartoteka.platform.api.security.GroupId;
import org.kartoteka.platform.api.security.GroupView;
import org.kartoteka.platform.api.security.StandardRole;
import org.kartoteka.platform.api.security.UserGroups;
import org.kartoteka.platform.api.security.UserView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The groups of users. Nobody becomes an administrator by a group: who is one must be seen at a
 * glance, and the last one must not be lost by changing a group.
 */
@Component(
    reference =
        @Reference(
            name = "schema",
            service = DataSource.class,
            target = "(kartoteka.schema=security)"))
public final class UserGroupsService implements UserGroups {

  private static final int NAME = 200;
  private static final int DESCRIPTION = 1000;

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final ChangeHistory history;
  private final RightsChange rights;
  private final RightsCeiling ceiling;
  private final GroupTable groups;
  private final UserTable users;
  private final RoleTable roles;

  @Activate
  public UserGroupsService(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference ChangeHistory history,
      @Reference RightsChange rights,
      @Reference RightsCeiling ceiling) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.history = history;
    this.rights = rights;
    this.ceiling = ceiling;
    this.groups = new GroupTable(unitOfWork);
    this.users = new UserTable(unitOfWork);
    this.roles = new RoleTable(unitOfWork);
  }

  @Override
  public List<GroupView> all() {
    access.require(SecurityPermissions.MANAGE_USERS);
    return unitOfWork.read(groups::all);
  }

  @Override
  public GroupView get(GroupId id) {
    access.require(SecurityPermissions.MANAGE_USERS);
    return unitOfWork.read(() -> known(id));
  }

  @Override
  public GroupView add(GroupData data) {
    return rights.make(
        () -> {
          GroupView added = known(groups.insert(checked(data, null, null)));
          history.record(Kind.CREATED, ref(added), changes(null, added));
          return added;
        });
  }

  @Override
  public GroupView change(GroupId id, ExpectedRevision revision, GroupData data) {
    return rights.make(
        () -> {
          GroupView before = known(id);
          revision.check(before.revision(), TYPE, id.value());
          groups.update(id, checked(data, id, before));
          GroupView after = known(id);
          history.record(Kind.CHANGED, ref(after), changes(before, after));
          return after;
        });
  }

  @Override
  public void remove(GroupId id, ExpectedRevision revision) {
    rights.make(
        () -> {
          GroupView group = known(id);
          revision.check(group.revision(), TYPE, id.value());
          groups.delete(id);
          history.record(Kind.DELETED, ref(group), changes(group, null));
          return group;
        });
  }

  private GroupView known(GroupId id) {
    return groups.find(id).orElseThrow(() -> new NotFound(TYPE, id.value()));
  }

  private GroupData checked(GroupData data, GroupId id, GroupView before) {
    List<FieldError> errors = new ArrayList<>();
    String name = CleanName.of(data.name());
    if (name == null) {
      errors.add(FieldError.of("name", "required"));
    } else if (name.length() > NAME) {
      errors.add(FieldError.of("name", "tooLong", NAME));
    } else if (groups.nameTaken(name, id)) {
      errors.add(FieldError.of("name", "notUnique", name));
    }
    String description = CleanName.of(data.description());
    if (description != null && description.length() > DESCRIPTION) {
      errors.add(FieldError.of("description", "tooLong", DESCRIPTION));
    }
    Set<String> known = roles.names();
    for (String role : data.roles()) {
      if (!known.contains(role)) {
        errors.add(FieldError.of("roles", "noSuchRole", role));
      } else if (role.equals(StandardRole.ADMINISTRATOR.name())) {
        errors.add(FieldError.of("roles", "administratorByGroup"));
      }
    }
    errors.addAll(ceiling.roles("roles", added(data.roles(), before, GroupView::roles)));
    if (!added(data.members(), before, GroupView::members).isEmpty()) {
      errors.addAll(ceiling.roles("members", kept(data, before)));
    }
    Set<Object> there = users.views().stream().map(UserView::id).collect(Collectors.toSet());
    data.members().stream()
        .filter(member -> !there.contains(member))
        .forEach(member -> errors.add(FieldError.of("members", "unknownUser", member.value())));
    InvalidInput.throwIfAny(errors);
    return new GroupData(name, description, data.roles(), data.members());
  }

  /** What is not in the group before; null for a new one. */
  private static <T> List<T> added(
      List<T> after, GroupView before, Function<GroupView, List<T>> what) {
    return after.stream()
        .filter(one -> before == null || !what.apply(before).contains(one))
        .toList();
  }

  /** The roles that somebody who joins gets and that are not just being added. */
  private static List<String> kept(GroupData data, GroupView before) {
    return before == null
        ? List.of()
        : data.roles().stream().filter(before.roles()::contains).toList();
  }

  private static RecordRef ref(GroupView group) {
    return RecordRef.of(TYPE, group.id(), group.name());
  }

  private List<FieldChange> changes(GroupView before, GroupView after) {
    return new FieldChanges<>(before, after)
        .field("name", GroupView::name)
        .field("description", GroupView::description)
        .field("roles", group -> String.join(", ", group.roles()))
        .field("members", this::members)
        .list();
  }

  private String members(GroupView group) {
    return group.members().stream()
        .map(member -> users.view(member).map(UserView::fullName).orElse("#" + member.value()))
        .collect(Collectors.joining(", "));
  }
}
