package org.kartoteka.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kartoteka.platform.api.security.RecordAction.READ;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.BranchData;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.BranchView;
import org.kartoteka.platform.api.security.Extent;
import org.kartoteka.platform.api.security.GivenPassword;
import org.kartoteka.platform.api.security.GroupData;
import org.kartoteka.platform.api.security.GroupView;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.platform.api.security.RecordScope;
import org.kartoteka.platform.api.security.RoleView;
import org.kartoteka.platform.api.security.ScopeGrant;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserData;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserView;
import org.kartoteka.security.internal.audit.FieldGuards;
import org.kartoteka.testing.FakeUser;
import org.kartoteka.testing.JpaUnitOfWork;
import org.kartoteka.testing.PostgresFixture;

/** Users with their branches, groups and roles, and what they reach by them. */
class PeopleTest {

  @TempDir private Path folder;
  private final PostgresFixture postgres = PostgresFixture.create().migrate("security");
  private final UnitOfWork unitOfWork = new JpaUnitOfWork(postgres.dataSource());
  private final FakeUser acting = FakeUser.almighty();
  private final HistoryGuards guards = new HistoryGuards(acting);
  private final ChangeHistoryService history =
      new ChangeHistoryService(
          unitOfWork, acting, Clock.systemUTC(), new FieldGuards(acting), guards);
  private final RecordScopesService scopes =
      new RecordScopesService(unitOfWork, acting, Clock.systemUTC());
  private UserDirectoryService users;
  private BranchesService branches;
  private UserGroupsService groups;
  private final DeclaredPermissions declared = new DeclaredPermissions(unitOfWork);
  private AuthenticationService authentication;

  @BeforeEach
  void open() {
    authentication =
        People.authentication(
            unitOfWork,
            acting,
            Clock.systemUTC(),
            new UserDirectoryServiceTest.ChosenPassword(
                folder, Optional.of("four words are enough")));
    RightsCeiling ceiling = new RightsCeiling(unitOfWork, acting, acting, scopes, new OwnTexts());
    RightsChange rights =
        new RightsChange(unitOfWork, acting, acting, authentication, scopes, ceiling);
    users =
        new UserDirectoryService(unitOfWork, acting, acting, history, declared, rights, ceiling);
    branches = new BranchesService(unitOfWork, acting, history, rights, ceiling);
    groups = new UserGroupsService(unitOfWork, acting, history, rights, ceiling);
    guards.bindGuard(new PeopleHistory(acting));
  }

  @Test
  void standard_roles_reach_everything_and_of_a_new_role_it_must_be_said() {
    UserView ann = user("ann", null, "SALESPERSON");
    RoleView unsaid = new RoleView("Plain", false, List.of());

    assertEquals(RecordScope.ALL, reach(ann, RecordAction.EXPORT));
    assertField("scopes", () -> users.saveRole(unsaid));
    assertTrue(users.roles().stream().noneMatch(role -> role.name().equals("Plain")));
    assertEquals(List.of(), users.saveRole(role("Plain")).scopes());
    assertEquals(List.of(), users.saveRole(unsaid).scopes(), "it keeps what it has");
  }

  @Test
  void who_manages_users_gives_no_permission_and_no_reach_that_he_has_not() {
    declared.bindCatalog(new SecurityPermissions());
    users.saveRole(new RoleView("Wide", false, List.of(), List.of(grant(READ, Extent.ALL))));
    users.saveRole(new RoleView("Audit", false, List.of("security.audit.read"), List.of()));
    users.saveRole(new RoleView("Own", false, List.of(), List.of(grant(READ, Extent.OWN))));
    BranchView north = branches.add(new BranchData("North", null));
    BranchView south = branches.add(new BranchData("South", null));
    UserView boss = manager(north.id());
    UserView ann = user("ann", north.id());
    GroupView auditors =
        groups.add(new GroupData("Auditors", null, List.of("Audit"), List.of(boss.id())));
    groups.change(auditors.id(), any(), new GroupData("Auditors", null, List.of("Audit"), null));

    as(
        boss,
        () -> {
          assertField("roles", () -> users.change(ann.id(), any(), data("ann", null, "Wide")));
          assertField("roles", () -> users.change(ann.id(), any(), data("ann", null, "Audit")));
          assertField("roles", () -> user("eve", north.id(), "Wide"));
          assertField("roles", () -> user("eve", north.id(), "SALESPERSON"));
          assertField("roles", () -> group("Readers", List.of("Wide"), List.of()));
          assertField(
              "members",
              () ->
                  groups.change(
                      auditors.id(),
                      any(),
                      new GroupData("Auditors", null, List.of("Audit"), List.of(boss.id()))));
          assertField("scopes[0]", () -> users.saveRole(reading("Mine", Extent.ALL)));
          assertField("scopes[0]", () -> users.saveRole(reading("Own", Extent.BRANCH)));
          assertField("scopes[0]", () -> users.saveRole(inRegister("Mine", 5)));
          assertField(
              "scopes[0]",
              () ->
                  users.saveRole(
                      new RoleView(
                          "Own",
                          false,
                          List.of(),
                          List.of(grant(RecordAction.DELETE, Extent.OWN)))));
          assertField("permissions", () -> users.saveRole(role("Mine", "security.audit.read")));
          assertTrue(users.givableRoles().contains("Own"));
          assertFalse(users.givableRoles().contains("Wide"));
          assertFalse(users.givableRoles().contains("ADMINISTRATOR"));

          users.change(ann.id(), any(), data("ann", north.id(), "Own"));
          user("eve", north.id(), "Own");
          assertField(
              "branchId", () -> users.change(ann.id(), any(), data("ann", south.id(), "Own")));
          assertField("parentId", () -> change(south, north.id()));
        });
    assertTrue(users.givableRoles().contains("ADMINISTRATOR"));
  }

  @Test
  void what_somebody_has_already_stays_when_a_lesser_one_changes_the_rest() {
    users.saveRole(new RoleView("Wide", false, List.of(), List.of(grant(READ, Extent.ALL))));
    BranchView north = branches.add(new BranchData("North", null));
    UserView boss = manager(north.id());
    GroupView readers = groups.add(new GroupData("Readers", null, List.of("Wide"), List.of()));

    as(
        boss,
        () -> {
          groups.change(readers.id(), any(), new GroupData("All", null, List.of("Wide"), null));
          users.saveRole(new RoleView("Wide", false, List.of()));
          users.saveRole(reading("Wide", Extent.ALL));
          users.saveRole(new RoleView("Wide", false, List.of(), List.of()));
        });
    assertEquals(List.of("All"), groups.all().stream().map(GroupView::name).toList());
  }

  @Test
  void the_account_of_who_has_more_is_changed_by_who_has_as_much() {
    users.saveRole(reading("Own", Extent.OWN));
    BranchView north = branches.add(new BranchData("North", null));
    UserView boss = manager(north.id());
    UserView below = user("below", north.id(), "Own");
    UserView elsewhere = user("elsewhere", null, "Own");
    UserView seller = user("seller", north.id(), "SALESPERSON");
    GivenPassword password = GivenPassword.lasting("five words are even better");

    as(
        boss,
        () -> {
          users.setPassword(below.id(), password);
          assertThrows(Refused.class, () -> users.setPassword(elsewhere.id(), password));
          assertThrows(Refused.class, () -> users.setPassword(seller.id(), password));
          assertThrows(
              Refused.class, () -> users.change(seller.id(), any(), data("seller", north.id())));
        });
    users.setPassword(seller.id(), password);
  }

  @Test
  void nobody_comes_by_the_records_of_others_by_moving_them_to_his_branch() {
    BranchView north = branches.add(new BranchData("North", null));
    BranchView south = branches.add(new BranchData("South", null));
    UserView boss = manager(north.id());
    UserView owner = user("owner", south.id());

    as(
        boss,
        () -> {
          assertField("branchId", () -> users.change(owner.id(), any(), data("owner", north.id())));
          assertThrows(
              InvalidInput.class,
              () ->
                  users.change(boss.id(), any(), data("boss", south.id(), "Managers of a branch")));
        });
  }

  @Test
  void who_manages_users_cannot_become_an_administrator_by_it() {
    declared.bindCatalog(new SecurityPermissions());
    UserView ann = user("ann", null, "READER");
    UserView root = user("root", null, "ADMINISTRATOR");
    UserView other = user("other", null, "ADMINISTRATOR");
    acting.nowMay("security.user.manage");

    assertThrows(
        Refused.class,
        () -> users.setPassword(root.id(), GivenPassword.lasting("four words are enough")));
    assertThrows(Refused.class, () -> users.change(root.id(), any(), data("root", null, "READER")));
    assertThrows(
        InvalidInput.class,
        () -> users.change(ann.id(), any(), data("ann", null, "ADMINISTRATOR")));
    assertThrows(InvalidInput.class, () -> users.saveRole(role("Mine", "security.audit.read")));

    users.saveRole(role("Mine", "security.user.manage"));
    users.setPassword(ann.id(), GivenPassword.lasting("five words are even better"));
    acting.nowMay(User.ALL);
    users.change(other.id(), any(), data("other", null, "READER"));
  }

  @Test
  void a_role_that_grants_nothing_reaches_nothing_and_several_unite_at_once() {
    users.saveRole(new RoleView("None", false, List.of(), List.of()));
    UserView ann = user("ann", null, "None");
    assertEquals(RecordScope.NONE, reach(ann, RecordAction.READ));

    users.saveRole(
        new RoleView("Own", false, List.of(), List.of(grant(RecordAction.READ, Extent.OWN))));
    UserView both = users.change(ann.id(), any(), data("ann", null, "None", "Own"));
    assertEquals(RecordScope.ownedBy(Set.of(ann.id())), reach(both, RecordAction.READ));

    users.saveRole(
        new RoleView(
            "Own",
            false,
            List.of(),
            List.of(
                grant(RecordAction.READ, Extent.OWN),
                new ScopeGrant(RecordAction.READ, Extent.REGISTERS, List.of(5L)))));
    assertEquals(
        new RecordScope(false, Set.of(ann.id()), Set.of(5L)), reach(both, RecordAction.READ));
    users.saveRole(new RoleView("Own", false, List.of()));
    assertEquals(
        new RecordScope(false, Set.of(ann.id()), Set.of(5L)),
        reach(both, RecordAction.READ),
        "saved without a word on it");
  }

  @Test
  void a_branch_reaches_its_people_and_those_of_the_branches_below() {
    users.saveRole(
        new RoleView("Branch", false, List.of(), List.of(grant(RecordAction.READ, Extent.BRANCH))));
    BranchView north = branches.add(new BranchData("North", null));
    BranchView city = branches.add(new BranchData("City", north.id()));
    BranchView south = branches.add(new BranchData("South", null));
    UserView boss = user("boss", north.id(), "Branch");
    UserView below = user("below", city.id(), "Branch");
    UserView other = user("other", south.id(), "Branch");
    UserView nobody = user("nobody", null, "Branch");

    assertEquals(Set.of(boss.id(), below.id()), reach(boss, RecordAction.READ).owners());
    assertEquals(Set.of(below.id()), reach(below, RecordAction.READ).owners());
    assertEquals(Set.of(other.id()), reach(other, RecordAction.READ).owners());
    assertEquals(Set.of(nobody.id()), reach(nobody, RecordAction.READ).owners());

    branches.change(south.id(), any(), new BranchData("South", north.id()));
    assertEquals(
        Set.of(boss.id(), below.id(), other.id()), reach(boss, RecordAction.READ).owners());
  }

  @Test
  void a_branch_is_never_below_itself_and_stays_while_somebody_belongs_to_it() {
    BranchView top = branches.add(new BranchData("Top", null));
    BranchView under = branches.add(new BranchData("Under", top.id()));
    user("ann", under.id(), "READER");

    assertField("parentId", () -> change(top, under.id()));
    assertField("parentId", () -> change(top, top.id()));
    assertField("parentId", () -> change(top, new BranchId(99)));
    assertField("name", () -> branches.add(new BranchData("TOP", null)));
    assertThrows(Refused.class, () -> branches.remove(top.id(), any()));
    assertThrows(Refused.class, () -> branches.remove(under.id(), any()));
    assertEquals(1, branches.get(under.id()).users());
  }

  @Test
  void nobody_is_above_himself() {
    UserView ann = user("ann", null, "READER");
    UserView bob =
        users.add(under("bob", ann.id()), GivenPassword.lasting("four words are enough"));

    assertEquals(ann.id(), bob.superiorId());
    assertField("superiorId", () -> users.change(ann.id(), any(), under("ann", bob.id())));
    assertField("superiorId", () -> users.change(ann.id(), any(), under("ann", ann.id())));
    assertField("superiorId", () -> users.change(ann.id(), any(), under("ann", new UserId(99))));
  }

  @Test
  void members_of_a_group_have_its_roles_until_it_is_removed() {
    users.saveRole(
        new RoleView("Own", false, List.of(), List.of(grant(RecordAction.CHANGE, Extent.OWN))));
    UserView ann = user("ann", null);
    GroupView group = groups.add(new GroupData("Sellers", null, List.of("Own"), List.of(ann.id())));

    assertEquals(List.of("Sellers"), users.user(ann.id()).orElseThrow().groups());
    assertEquals(List.of(), users.user(ann.id()).orElseThrow().roles());
    assertEquals(Set.of(ann.id()), reach(ann, RecordAction.CHANGE).owners());
    assertThrows(Refused.class, () -> users.removeRole("Own"));

    groups.remove(group.id(), any());

    assertTrue(reach(ann, RecordAction.CHANGE).isNone());
    users.removeRole("Own");
    assertThrows(NotFound.class, () -> users.removeRole("Own"));
    assertThrows(Refused.class, () -> users.removeRole("READER"));
  }

  @Test
  void a_group_brings_permissions_but_makes_nobody_an_administrator() {
    UserView ann = user("ann", null);
    declared.bindCatalog(new SecurityPermissions());
    users.saveRole(role("Staff", SecurityPermissions.MANAGE_USERS));
    groups.add(new GroupData("Office", null, List.of("Staff"), List.of(ann.id())));

    assertTrue(
        authentication.refresh(ann.id()).orElseThrow().may(SecurityPermissions.MANAGE_USERS));
    assertField(
        "roles",
        () -> groups.add(new GroupData("Kings", null, List.of("ADMINISTRATOR"), List.of())));
    assertField(
        "members", () -> groups.add(new GroupData("X", null, null, List.of(new UserId(99)))));
    assertField("name", () -> groups.add(new GroupData("OFFICE", null, null, null)));
  }

  @Test
  void a_scope_needs_an_action_and_an_extent_and_registers_their_names() {
    assertField("scopes[0].action", () -> save(new ScopeGrant(null, Extent.OWN, null)));
    assertField("scopes[0].extent", () -> save(new ScopeGrant(RecordAction.READ, null, null)));
    assertField(
        "scopes[0].registers",
        () -> save(new ScopeGrant(RecordAction.READ, Extent.REGISTERS, List.of())));
  }

  @Test
  void everything_is_for_those_who_manage_users() {
    BranchView branch = branches.add(new BranchData("North", null));
    acting.nowMay("core.party.read");

    assertEquals(List.of(branch), branches.all());
    assertThrows(Forbidden.class, () -> branches.add(new BranchData("South", null)));
    assertThrows(Forbidden.class, () -> branches.remove(branch.id(), any()));
    assertThrows(Forbidden.class, () -> groups.all());
    assertThrows(Forbidden.class, () -> groups.add(new GroupData("X", null, null, null)));
    assertThrows(Forbidden.class, () -> users.removeRole("READER"));
    assertFalse(users.users().isEmpty());
  }

  /** Somebody who manages users and reads the records of his branch. */
  private UserView manager(BranchId branch) {
    declared.bindCatalog(new SecurityPermissions());
    users.saveRole(
        new RoleView(
            "Managers of a branch",
            false,
            List.of(SecurityPermissions.MANAGE_USERS),
            List.of(grant(READ, Extent.BRANCH))));
    return user("boss", branch, "Managers of a branch");
  }

  private void as(UserView user, Runnable acts) {
    acting.runAs(
        authentication.refresh(user.id()).orElseThrow(),
        () -> {
          acts.run();
          return null;
        });
  }

  private GroupView group(String name, List<String> roles, List<UserId> members) {
    return groups.add(new GroupData(name, null, roles, members));
  }

  private static RoleView role(String name, String... permissions) {
    return new RoleView(name, false, List.of(permissions), List.of());
  }

  private static RoleView reading(String name, Extent extent) {
    return new RoleView(name, false, List.of(), List.of(grant(READ, extent)));
  }

  private static RoleView inRegister(String name, long register) {
    return new RoleView(
        name, false, List.of(), List.of(new ScopeGrant(READ, Extent.REGISTERS, List.of(register))));
  }

  private RoleView save(ScopeGrant grant) {
    return users.saveRole(new RoleView("Odd", false, List.of(), List.of(grant)));
  }

  private BranchView change(BranchView branch, BranchId parent) {
    return branches.change(branch.id(), any(), new BranchData(branch.name(), parent));
  }

  private RecordScope reach(UserView user, RecordAction action) {
    return acting.runAs(
        new User(user.id(), user.name(), user.fullName(), Locale.ENGLISH, Set.of("some")),
        () -> scopes.of(action));
  }

  private UserView user(String name, BranchId branch, String... roles) {
    return users.add(data(name, branch, roles), GivenPassword.lasting("four words are enough"));
  }

  private static UserData data(String name, BranchId branch, String... roles) {
    return new UserData(name, name, null, "en", List.of(roles), false, branch, null);
  }

  private static UserData under(String name, UserId superior) {
    return new UserData(name, name, null, "en", List.of("READER"), false, null, superior);
  }

  private static ScopeGrant grant(RecordAction action, Extent extent) {
    return ScopeGrant.of(action, extent);
  }

  private static ExpectedRevision any() {
    return ExpectedRevision.any();
  }

  private static void assertField(String field, Executable act) {
    assertEquals(field, assertThrows(InvalidInput.class, act).errors().get(0).field());
  }
}
