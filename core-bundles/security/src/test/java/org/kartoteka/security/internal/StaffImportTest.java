package org.kartoteka.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.exchange.ImportOptions;
import org.kartoteka.platform.api.exchange.ImportedRow;
import org.kartoteka.platform.api.exchange.RecordImporter;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.exchange.UndoOutcome;
import org.kartoteka.platform.api.feature.FeatureState;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.ProofNeeded;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.BranchView;
import org.kartoteka.platform.api.security.GivenPassword;
import org.kartoteka.platform.api.security.GroupData;
import org.kartoteka.platform.api.security.RoleView;
import org.kartoteka.platform.api.security.UserData;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserView;
import org.kartoteka.security.internal.exchange.BranchImporter;
import org.kartoteka.security.internal.exchange.UserImporter;
import org.kartoteka.testing.FakeFeatures;
import org.kartoteka.testing.TestData;

/** Branches and users by import. */
class StaffImportTest {

  private static final ImportOptions BOTH =
      new ImportOptions(ImportOptions.Mode.CREATE_AND_UPDATE, false, List.of("name"), false, null);
  private static final ImportOptions CLEARING =
      new ImportOptions(ImportOptions.Mode.UPDATE, false, List.of("name"), true, null);

  private final People people = new People();
  private final UserDirectoryService users =
      new UserDirectoryService(
          people.unitOfWork,
          people.acting,
          people.acting,
          people.history,
          new DeclaredPermissions(people.unitOfWork),
          people.rights,
          people.ceiling);
  private final BranchesService branches =
      new BranchesService(
          people.unitOfWork, people.acting, people.history, people.rights, people.ceiling);
  private final UserGroupsService groups =
      new UserGroupsService(
          people.unitOfWork, people.acting, people.history, people.rights, people.ceiling);
  private final FakeFeatures features = new FakeFeatures("deals", "Deals");
  private final UserRemoval removal =
      new UserRemoval(people.unitOfWork, people.history, people.rights, features);
  private final BranchImporter branchImporter = new BranchImporter(people.rights, branches);
  private final UserImporter userImporter =
      new UserImporter(
          people.rights,
          people.acting,
          users,
          branches,
          groups,
          removal,
          people.ceiling,
          new OwnTexts());

  @Test
  void branches_come_from_the_top_down_in_whatever_order_they_stand() {
    List<RowOutcome> outcomes =
        take(
            branchImporter,
            row("name", "Wrocław", "parent", "West"),
            row("name", "West", "parent", "Poland"),
            row("name", "Poland"),
            row("name", "poland"));

    assertEquals(
        List.of(
            RowOutcome.Kind.CREATED,
            RowOutcome.Kind.CREATED,
            RowOutcome.Kind.CREATED,
            RowOutcome.Kind.SKIPPED),
        kinds(outcomes));
    assertEquals(Map.of("Poland", "", "West", "Poland", "Wrocław", "West"), tree());
  }

  @Test
  void a_ring_an_unknown_parent_and_a_missing_name_are_told_by_row() {
    List<RowOutcome> outcomes =
        take(
            branchImporter,
            row("name", "A", "parent", "B"),
            row("name", "B", "parent", "A"),
            row("name", "C", "parent", "C"),
            row("name", "D", "parent", "Nowhere"),
            row("parent", "A"),
            row("name", "E"));

    assertEquals(
        List.of(
            "parent branchRing",
            "parent branchRing",
            "parent branchRing",
            "parent unknownBranch",
            "parent branchRing",
            ""),
        outcomes.stream().map(StaffImportTest::errors).toList());
    assertEquals(Map.of("E", ""), tree());
  }

  @Test
  void a_branch_is_moved_by_its_row_and_goes_back_unless_somebody_moved_it_since() {
    take(branchImporter, row("name", "North"), row("name", "South"), row("name", "City"));

    List<RowOutcome> moved =
        branchImporter.importRows(
            List.of(row("name", "City", "parent", "North"), row("name", "South")), BOTH);

    assertEquals(List.of(RowOutcome.Kind.UPDATED, RowOutcome.Kind.SKIPPED), kinds(moved));
    assertEquals("parent", moved.get(0).changes().get(0).field());
    assertEquals("North", moved.get(0).changes().get(0).after());
    assertEquals("North", tree().get("City"));

    assertEquals(List.of("RESTORED"), undo(branchImporter, moved));
    assertEquals("", tree().get("City"));
    assertEquals(List.of("KEPT undoChanged"), undo(branchImporter, moved));
    List<RowOutcome> same =
        branchImporter.importRows(List.of(row("name", "CITY", "parent", "North")), CLEARING);
    assertEquals(List.of(RowOutcome.Kind.UPDATED), kinds(same));
    branchImporter.importRows(List.of(row("name", "City", "parent", "")), CLEARING);
    assertEquals("", tree().get("City"), "a blank cell clears");
  }

  @Test
  void branches_are_taken_back_from_the_bottom_up_but_for_those_that_are_in_use() {
    List<RowOutcome> made =
        take(
            branchImporter,
            row("name", "Top"),
            row("name", "Mid", "parent", "Top"),
            row("name", "Low", "parent", "Mid"),
            row("name", "Used"));
    users.addWithoutPassword(user("ann", "Ann", branch("Used"), null));

    assertEquals(
        List.of("REMOVED", "REMOVED", "REMOVED", "KEPT undoBranchUsed"),
        undo(branchImporter, made));
    assertEquals(Map.of("Used", ""), tree());
  }

  @Test
  void an_imported_user_cannot_sign_in_until_somebody_gives_him_a_password() {
    take(branchImporter, row("name", "East"));
    groups.add(new GroupData("Night shift", null, List.of("READER"), List.of()));

    List<RowOutcome> outcomes =
        take(
            userImporter,
            row(
                "fullName", "Anna Maria O'Snelling",
                "email", "anna@example.com",
                "branch", "east",
                "superior", "Dustin Brinkmann",
                "roles", "Handlowiec; READER",
                "groups", "night shift"),
            row("fullName", "Dustin Brinkmann", "name", "boss", "language", "PL"));

    assertEquals(List.of(RowOutcome.Kind.CREATED, RowOutcome.Kind.CREATED), kinds(outcomes));
    UserView anna = user("anna.maria.o.snelling");
    assertEquals(user("boss").id(), anna.superiorId());
    assertEquals(branch("East"), anna.branchId());
    assertEquals(List.of("READER", "SALESPERSON"), anna.roles());
    assertEquals(List.of("Night shift"), anna.groups());
    assertEquals("pl", user("boss").language());
    for (String password : List.of("", "null", anna.name())) {
      assertEquals(
          Optional.empty(), people.authentication.byPassword(anna.name(), password, "127.0.0.1"));
    }

    users.setPassword(anna.id(), GivenPassword.lasting(People.PASSWORD));

    assertTrue(
        people.authentication.byPassword(anna.name(), People.PASSWORD, "127.0.0.1").isPresent());
  }

  @Test
  void what_the_service_refuses_is_told_by_row_and_column_and_leaves_nothing() {
    users.addWithoutPassword(user("one", "Same Name", null, null));
    users.addWithoutPassword(user("two", "Same Name", null, null));
    List<RowOutcome> outcomes =
        take(
            userImporter,
            row("fullName", "A B", "roles", "Emperor", "groups", "Nobody", "branch", "Moon"),
            row("fullName", "C D", "superior", "Somebody Else"),
            row("fullName", "E F", "superior", "Same Name"),
            row("fullName", "G H", "email", "nonsense", "language", "xx"),
            row("name", "ij"),
            row("fullName", "K L", "superior", "M N"),
            row("fullName", "M N", "superior", "K L"));

    assertEquals(
        List.of(
            "branch unknownBranch, groups noSuchGroup, roles noSuchRole",
            "superior unknownUser",
            "superior severalUsers",
            "email format, language unknownLanguage",
            "fullName required",
            "superior cycle",
            "superior cycle"),
        outcomes.stream().map(StaffImportTest::errors).toList());
    assertEquals(List.of("one", "two"), names());
  }

  @Test
  void only_an_administrator_makes_administrators_and_one_without_a_password_is_not_the_last() {
    people.acting.nowMay("security.user.manage");

    List<RowOutcome> outcomes =
        take(
            userImporter,
            row("fullName", "Ann Lee", "roles", "ADMINISTRATOR"),
            row("fullName", "Ben Lee", "roles", "SALESPERSON"));

    assertEquals("roles administratorByAdministrator", errors(outcomes.get(0)));
    assertEquals(RowOutcome.Kind.CREATED, outcomes.get(1).kind());
    people.acting.nowMay("*");
    UserView first = user("admin");
    take(userImporter, row("fullName", "Ann Lee", "roles", "administrator"));
    assertThrows(
        Refused.class,
        () ->
            users.change(
                first.id(), ExpectedRevision.any(), user("admin", "Admin", null, null, "READER")),
        "who cannot sign in administrates nothing");
  }

  @Test
  void who_manages_users_gives_nobody_more_than_he_has_by_a_table() {
    RoleView audit = new RoleView("Audit", false, List.of("security.audit.read"), List.of());
    new DeclaredPermissions(people.unitOfWork).bindCatalog(new SecurityPermissions());
    people.unitOfWork.run(() -> new RoleTable(people.unitOfWork).save(audit));
    groups.add(new GroupData("Auditors", null, List.of("Audit"), List.of()));
    take(userImporter, row("fullName", "Cat Lee", "roles", "Audit"), row("fullName", "Dan Lee"));
    people.acting.nowMay("security.user.manage");

    List<RowOutcome> outcomes =
        userImporter.importRows(
            List.of(
                row("fullName", "Ann Lee", "roles", "Audit"),
                row("fullName", "Ben Lee", "groups", "Auditors"),
                row("fullName", "Cat Lee", "email", "cat@example.com"),
                row("fullName", "Dan Lee", "email", "dan@example.com")),
            BOTH);

    assertEquals(
        List.of("roles roleBeyond", "groups roleBeyond", " accountBeyond", ""),
        outcomes.stream().map(StaffImportTest::errors).toList());
    assertEquals(null, user("cat.lee").email());
    assertEquals("dan@example.com", user("dan.lee").email());
  }

  @Test
  void a_table_that_is_taken_again_changes_what_it_says_and_nothing_else() {
    groups.add(new GroupData("Day", null, List.of(), List.of()));
    groups.add(new GroupData("Night", null, List.of(), List.of()));
    take(
        userImporter,
        row("fullName", "Ann Lee", "email", "ann@example.com", "groups", "Day"),
        row("fullName", "Ben Lee"));

    List<RowOutcome> again =
        userImporter.importRows(
            List.of(
                row("fullName", "Ann Lee", "groups", "Night", "superior", "ben.lee"),
                row("fullName", "Ben Lee"),
                row("name", "ann.lee", "fullName", "Ann Ray")),
            BOTH);

    assertEquals(
        List.of(RowOutcome.Kind.UPDATED, RowOutcome.Kind.SKIPPED, RowOutcome.Kind.UPDATED),
        kinds(again));
    UserView ann = user("ann.lee");
    assertEquals("Ann Ray", ann.fullName());
    assertEquals("ann@example.com", ann.email());
    assertEquals(List.of("Night"), ann.groups());
    assertEquals(
        List.of("groups", "superior"),
        again.get(0).changes().stream().map(change -> change.field()).sorted().toList());

    assertEquals(List.of("RESTORED"), undo(userImporter, List.of(again.get(2))));
    assertEquals(List.of("RESTORED"), undo(userImporter, List.of(again.get(0))));
    assertEquals(List.of("Day"), user("ann.lee").groups());
    assertNull(user("ann.lee").superiorId());
    userImporter.importRows(List.of(row("fullName", "Ann Lee", "email", "")), CLEARING);
    assertNull(user("ann.lee").email());
  }

  @Test
  void users_are_taken_back_unless_they_were_here_or_a_record_names_them() {
    List<RowOutcome> made =
        take(
            userImporter,
            row("fullName", "The Boss"),
            row("fullName", "His Man", "superior", "The Boss"),
            row("fullName", "In Records"),
            row("fullName", "Changed Since"),
            row("fullName", "Signed In"));
    UserId named = user("in.records").id();
    removal.bindReferences(named::equals);
    UserView changed = user("changed.since");
    users.change(changed.id(), ExpectedRevision.any(), user("changed.since", "Other", null, null));
    users.setPassword(user("signed.in").id(), GivenPassword.lasting(People.PASSWORD));
    people.unitOfWork.run(
        () -> people.users.signedIn(user("signed.in").id(), people.clock.instant()));

    features.put(FeatureState.STOPPED);
    assertEquals(
        List.of(
            "KEPT undoUserUsed",
            "KEPT undoUserUsed",
            "KEPT undoUserUsed",
            "KEPT undoChanged",
            "KEPT undoUserUsed"),
        undo(userImporter, made),
        "records of a stopped feature are out of sight");
    features.put(FeatureState.ACTIVE);
    assertEquals(
        List.of("REMOVED", "REMOVED", "KEPT undoUserUsed", "KEPT undoChanged", "KEPT undoUserUsed"),
        undo(userImporter, made));

    assertEquals(List.of("changed.since", "in.records", "signed.in"), names());
    assertEquals(
        List.of("KEPT undoGone"), undo(userImporter, List.of(made.get(0))), "gone already");
  }

  @Test
  void nobody_imports_people_without_the_right_and_a_recent_proof() {
    for (RecordImporter importer : List.of(branchImporter, userImporter)) {
      assertTrue(importer.needsProof());
      people.acting.provedLongAgo();
      assertThrows(ProofNeeded.class, () -> importer.importRows(List.of()));
      assertThrows(ProofNeeded.class, () -> importer.undo(List.of()));
      people.acting.proved();
      people.acting.nowMay("core.import");
      assertThrows(Forbidden.class, () -> importer.importRows(List.of()));
      people.acting.nowMay("*");
    }
  }

  @Test
  void territories_and_salespeople_of_a_company_are_its_branches_and_their_people() {
    Map<String, String> territories = new HashMap<>();
    Map<String, String> above = new TreeMap<>();
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> cells : tabs("SalesTerritory.csv")) {
      territories.put(cells.get(0), cells.get(1));
      above.put(cells.get(1), cells.get(3));
      rows.add(row("name", cells.get(1), "parent", cells.get(3)));
    }
    Set.copyOf(above.values())
        .forEach(
            group -> {
              above.put(group, "");
              rows.add(row("name", group));
            });
    Map<String, String> places = new TreeMap<>();
    List<Map<String, String>> persons = new ArrayList<>();
    for (List<String> cells : tabs("SalesPerson.csv")) {
      String place = territories.getOrDefault(cells.get(1), "");
      places.put(cells.get(0), place);
      Map<String, String> person = row("name", cells.get(0), "fullName", "Person " + cells.get(0));
      if (!place.isEmpty()) {
        person.put("branch", place);
      }
      persons.add(person);
    }

    branchImporter.importRows(rows);
    userImporter.importRows(persons);

    assertEquals(13, above.size());
    assertEquals(above, tree());
    assertEquals(17, places.size());
    Map<BranchId, String> names =
        branches.all().stream().collect(Collectors.toMap(BranchView::id, BranchView::name));
    assertEquals(
        places,
        users.users().stream()
            .filter(user -> names().contains(user.name()))
            .collect(
                Collectors.toMap(UserView::name, user -> names.getOrDefault(user.branchId(), ""))));
  }

  @Test
  void the_teams_of_a_company_come_with_their_offices_and_managers_from_one_file() {
    List<String[]> lines =
        TestData.lines("crm-sales-opportunities/sales_teams.csv").stream()
            .skip(1)
            .map(line -> line.split(","))
            .toList();
    List<RowOutcome> offices =
        branchImporter.importRows(lines.stream().map(cells -> row("name", cells[2])).toList());
    List<Map<String, String>> staff = new ArrayList<>();
    for (String[] cells : lines) {
      staff.add(row("fullName", cells[0], "superior", cells[1], "branch", cells[2]));
    }
    for (String[] cells : lines) {
      staff.add(row("fullName", cells[1], "branch", cells[2]));
    }

    List<RowOutcome> outcomes = userImporter.importRows(staff);

    assertEquals(3, kinds(offices).stream().filter(RowOutcome.Kind.CREATED::equals).count());
    assertEquals(41, kinds(outcomes).stream().filter(RowOutcome.Kind.CREATED::equals).count());
    assertFalse(kinds(outcomes).contains(RowOutcome.Kind.REFUSED));
    Function<UserId, String> name = id -> users.user(id).orElseThrow().fullName();
    Map<String, Long> below =
        lines.stream().collect(Collectors.groupingBy(cells -> cells[1], Collectors.counting()));
    assertEquals(
        below,
        users.users().stream()
            .filter(user -> user.superiorId() != null)
            .collect(
                Collectors.groupingBy(
                    user -> name.apply(user.superiorId()), Collectors.counting())));
  }

  private static List<RowOutcome> take(RecordImporter importer, Map<?, ?>... rows) {
    return importer.importRows(Arrays.stream(rows).map(StaffImportTest::texts).toList());
  }

  private static Map<String, String> texts(Map<?, ?> row) {
    Map<String, String> texts = new HashMap<>();
    row.forEach((key, value) -> texts.put((String) key, (String) value));
    return texts;
  }

  private static Map<String, String> row(String... cells) {
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < cells.length; i += 2) {
      row.put(cells[i], cells[i + 1]);
    }
    return row;
  }

  private static List<RowOutcome.Kind> kinds(List<RowOutcome> outcomes) {
    return outcomes.stream().map(RowOutcome::kind).toList();
  }

  private static String errors(RowOutcome outcome) {
    return outcome.errors().stream()
        .map(error -> error.field() + " " + error.code())
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static List<String> undo(RecordImporter importer, List<RowOutcome> outcomes) {
    return importer
        .undo(
            outcomes.stream()
                .filter(one -> one.kind() != RowOutcome.Kind.SKIPPED)
                .map(one -> new ImportedRow(one.kind(), one.record().id(), one.trace(), Set.of()))
                .toList())
        .stream()
        .map(StaffImportTest::told)
        .toList();
  }

  private static String told(UndoOutcome outcome) {
    return outcome.kind()
        + outcome.reasons().stream()
            .map(FieldError::code)
            .map(" "::concat)
            .collect(Collectors.joining());
  }

  private Map<String, String> tree() {
    Map<BranchId, String> names =
        branches.all().stream().collect(Collectors.toMap(BranchView::id, BranchView::name));
    return branches.all().stream()
        .collect(
            Collectors.toMap(
                BranchView::name,
                branch -> names.getOrDefault(branch.parentId(), ""),
                (one, other) -> one,
                TreeMap::new));
  }

  private BranchId branch(String name) {
    return branches.all().stream()
        .filter(branch -> branch.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  /** Of all but the one who was there at first. */
  private List<String> names() {
    return users.users().stream()
        .map(UserView::name)
        .filter(name -> !name.equals("admin"))
        .sorted()
        .toList();
  }

  private UserView user(String name) {
    return users.users().stream()
        .filter(user -> user.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static UserData user(
      String name, String fullName, BranchId branch, UserId superior, String... roles) {
    return new UserData(name, fullName, null, "en", List.of(roles), false, branch, superior);
  }

  private static List<List<String>> tabs(String file) {
    return TestData.lines("adventureworks-oltp/" + file).stream()
        .map(line -> List.of(line.split("\t", -1)))
        .toList();
  }
}
