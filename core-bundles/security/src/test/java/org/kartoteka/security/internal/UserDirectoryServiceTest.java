package org.kartoteka.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.ChangeView;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.PasswordChangeNeeded;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.problem.StaleRevision;
import org.kartoteka.platform.api.security.GivenPassword;
import org.kartoteka.platform.api.security.IssueToken;
import org.kartoteka.platform.api.security.Permission;
import org.kartoteka.platform.api.security.PermissionCatalog;
import org.kartoteka.platform.api.security.PermissionView;
import org.kartoteka.platform.api.security.RoleView;
import org.kartoteka.platform.api.security.StandardRole;
import org.kartoteka.platform.api.security.Tokens;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserData;
import org.kartoteka.platform.api.security.UserView;
import org.kartoteka.platform.api.settings.Installation;
import org.kartoteka.security.internal.audit.FieldGuards;
import org.kartoteka.testing.FakeUser;
import org.kartoteka.testing.JpaUnitOfWork;
import org.kartoteka.testing.PostgresFixture;

class UserDirectoryServiceTest {

  private static final String ADDRESS = "127.0.0.1";
  private static final String PASSWORD = "four words are enough";

  @TempDir private Path folder;
  private final PostgresFixture postgres = PostgresFixture.create().migrate("security");
  private final UnitOfWork unitOfWork = new JpaUnitOfWork(postgres.dataSource());
  private final FakeUser acting = FakeUser.almighty();
  private final ChangeHistoryService history =
      new ChangeHistoryService(
          unitOfWork,
          acting,
          Clock.systemUTC(),
          new FieldGuards(acting),
          new HistoryGuards(acting));
  private final DeclaredPermissions permissions = new DeclaredPermissions(unitOfWork);
  private AuthenticationService authentication;
  private UserDirectoryService users;

  @BeforeEach
  void open() {
    Installation installation = new ChosenPassword(folder, Optional.of(PASSWORD));
    authentication = People.authentication(unitOfWork, acting, Clock.systemUTC(), installation);
    RecordScopesService scopes = new RecordScopesService(unitOfWork, acting, Clock.systemUTC());
    RightsCeiling ceiling = new RightsCeiling(unitOfWork, acting, acting, scopes, new OwnTexts());
    users =
        new UserDirectoryService(
            unitOfWork,
            acting,
            acting,
            history,
            permissions,
            new RightsChange(unitOfWork, acting, acting, authentication, scopes, ceiling),
            ceiling);
  }

  @Test
  void theFirstAdministratorMayDoEverything() {
    User admin = authentication.byPassword("Admin", PASSWORD, ADDRESS).orElseThrow();

    assertTrue(admin.may("anything.at.all"));
    assertTrue(authentication.byPassword("admin", "wrong", ADDRESS).isEmpty());
  }

  @Test
  void aGeneratedPasswordIsLeftForTheLauncherOnTheVeryFirstStartOnly() throws IOException {
    PostgresFixture empty = PostgresFixture.create().migrate("security");
    UnitOfWork work = new JpaUnitOfWork(empty.dataSource());
    Installation installation = new ChosenPassword(folder, Optional.empty());
    Path file = folder.resolve("admin-password.txt");

    new FirstAdministrator(work, installation).ensure();

    String password = Files.readString(file).strip();
    AuthenticationService started =
        People.authentication(work, acting, Clock.systemUTC(), installation);
    assertTrue(started.byPassword("admin", password, ADDRESS).isPresent());
    Files.delete(file);
    new FirstAdministrator(work, installation).ensure();
    assertFalse(Files.exists(file));
  }

  @Test
  void aNewPermissionIsGrantedToItsDefaultRolesOnceAndRestsWithoutItsBundle() {
    PermissionCatalog catalog = catalog("sales", "sales.invoice.post");
    permissions.bindCatalog(catalog);
    assertEquals(List.of("sales.invoice.post"), role("SALESPERSON").permissions());

    users.saveRole(new RoleView("SALESPERSON", true, List.of()));
    permissions.unbindCatalog(catalog);
    assertEquals(
        List.of(new PermissionView("sales.invoice.post", "sales", true)), users.permissions());
    permissions.bindCatalog(catalog);

    assertEquals(List.of(), role("SALESPERSON").permissions());
    assertEquals(
        List.of(new PermissionView("sales.invoice.post", "sales", false)), users.permissions());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "a\\b", "a%2Fb", "a;b", "..", ".", "a?b", "a#b", "a\u0000b", " a"})
  void aRoleIsCalledSoThatItsNameCanStandInAnAddress(String name) {
    InvalidInput refused =
        assertThrows(
            InvalidInput.class,
            () -> users.saveRole(new RoleView(name, false, List.of(), List.of())));

    assertEquals("name", refused.errors().get(0).field());
  }

  @Test
  void aUserHasThePermissionsOfHisRolesUntilTheyAreTaken() {
    permissions.bindCatalog(catalog("sales", "sales.invoice.post"));
    UserView ann = users.add(data("ann", "SALESPERSON"), GivenPassword.lasting(PASSWORD));
    User signedIn = authentication.byPassword("ann", PASSWORD, ADDRESS).orElseThrow();
    assertEquals(Set.of("sales.invoice.post"), signedIn.permissions());

    users.change(ann.id(), ExpectedRevision.of(ann.revision()), data("ann", "READER"));

    assertEquals(
        Set.of(), authentication.byPassword("ann", PASSWORD, ADDRESS).orElseThrow().permissions());
  }

  @Test
  void aTemporaryPasswordIsGoodForNothingElseUntilALastingOneIsGiven() {
    UserView ann = users.add(data("ann", "READER"), new GivenPassword(PASSWORD, true));
    assertThrows(
        PasswordChangeNeeded.class, () -> authentication.byPassword("ann", PASSWORD, ADDRESS));

    users.setPassword(ann.id(), GivenPassword.lasting(PASSWORD));

    assertTrue(authentication.byPassword("ann", PASSWORD, ADDRESS).isPresent());
  }

  @Test
  void aBlockedUserCannotSignInByAnyDoor() {
    UserView ann = users.add(data("ann", "READER"), GivenPassword.lasting(PASSWORD));
    User user = authentication.byPassword("ann", PASSWORD, ADDRESS).orElseThrow();
    Tokens tokens =
        new TokenService(unitOfWork, acting, acting, acting, Clock.systemUTC(), authentication);
    String token =
        acting.runAs(
            user, () -> tokens.issue(new IssueToken("ci", Duration.ofDays(1), null, false)));
    assertEquals(user.id(), authentication.byToken(token).orElseThrow().id());

    users.change(
        ann.id(),
        ExpectedRevision.any(),
        new UserData("ann", "Ann", null, "en", List.of("READER"), true));

    assertTrue(authentication.byPassword("ann", PASSWORD, ADDRESS).isEmpty());
    assertTrue(authentication.byToken(token).isEmpty());
    assertTrue(authentication.refresh(ann.id()).isEmpty());
  }

  @Test
  void theLastAdministratorStays() {
    UserView admin = users.users().get(0);

    assertThrows(
        Refused.class,
        () -> users.change(admin.id(), ExpectedRevision.any(), data("admin", "READER")));

    assertEquals(List.of("ADMINISTRATOR"), users.user(admin.id()).orElseThrow().roles());
  }

  @Test
  void saysWhatIsWrongWithEachField() {
    UserData bad = new UserData("a", " ", "nobody", "de", List.of("KING"), false);

    InvalidInput refused =
        assertThrows(InvalidInput.class, () -> users.add(bad, GivenPassword.lasting(PASSWORD)));

    assertEquals(
        List.of("name", "fullName", "email", "language", "roles"),
        refused.errors().stream().map(error -> error.field()).toList());
    assertThrows(
        InvalidInput.class, () -> users.add(data("ann", "READER"), GivenPassword.lasting("short")));
    assertThrows(
        InvalidInput.class,
        () -> users.add(data("ADMIN", "READER"), GivenPassword.lasting(PASSWORD)));
    assertEquals(1, users.users().size());
  }

  @Test
  void changesAreGuardedByRevisionAndRightAndKeptInHistory() {
    UserView ann = users.add(data("ann", "READER"), GivenPassword.lasting(PASSWORD));
    users.change(ann.id(), ExpectedRevision.of(ann.revision()), data("anna", "READER"));

    assertThrows(
        StaleRevision.class,
        () -> users.change(ann.id(), ExpectedRevision.of(ann.revision()), data("x1", "READER")));
    ChangeView latest =
        history.of("user", String.valueOf(ann.id().value()), PageRequest.first()).items().get(0);
    assertEquals("ann", latest.changes().get(0).before());
    assertEquals("anna", latest.changes().get(0).after());

    acting.nowMay();
    assertThrows(
        Forbidden.class, () -> users.add(data("bob", "READER"), GivenPassword.lasting(PASSWORD)));
    assertNull(users.user(ann.id()).orElseThrow().language());
  }

  private RoleView role(String name) {
    return users.roles().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private static UserData data(String name, String role) {
    return new UserData(name, "Ann", null, "en", List.of(role), false);
  }

  private static PermissionCatalog catalog(String feature, String permission) {
    return new PermissionCatalog() {
      @Override
      public String feature() {
        return feature;
      }

      @Override
      public List<Permission> permissions() {
        return List.of(Permission.of(permission, StandardRole.SALESPERSON));
      }
    };
  }

  record ChosenPassword(Path root, Optional<String> password) implements Installation {
    @Override
    public Path folder(String name) {
      try {
        return Files.createDirectories(root.resolve(name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Optional<String> startSetting(String name) {
      return name.equals("kartoteka.admin.password") ? password : Optional.empty();
    }
  }
}
