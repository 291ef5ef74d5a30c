package org.kartoteka.security.internal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.exchange.FileFormat;
import org.kartoteka.platform.api.exchange.ImportField;
import org.kartoteka.platform.api.exchange.ImportOptions;
import org.kartoteka.platform.api.exchange.ImportedRow;
import org.kartoteka.platform.api.exchange.RecordImporter;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.exchange.UndoOutcome;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.history.FieldChanges;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.BranchView;
import org.kartoteka.platform.api.security.Branches;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.RoleView;
import org.kartoteka.platform.api.security.UserData;
import org.kartoteka.platform.api.security.UserGroups;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserView;
import org.kartoteka.security.internal.RightsCeiling;
import org.kartoteka.security.internal.RightsChange;
import org.kartoteka.security.internal.SecurityPermissions;
import org.kartoteka.security.internal.UserDirectoryService;
import org.kartoteka.security.internal.UserRemoval;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Imports the people of the company as users without a password. A superior may be named before his
 * own row comes.
 */
@Component(service = RecordImporter.class)
public final class UserImporter implements RecordImporter {

  static final String TYPE = "user";

  private static final Map<String, Function<UserView, String>> RULES =
      Map.of(UserRow.EMAIL, UserView::email, UserRow.FULL_NAME, UserView::fullName);

  private final RightsChange rights;
  private final CurrentUser currentUser;
  private final UserDirectoryService users;
  private final Branches branches;
  private final UserGroups groups;
  private final UserRemoval removal;
  private final RightsCeiling ceiling;
  private final Messages messages;

  @Activate
  public UserImporter(
      @Reference RightsChange rights,
      @Reference CurrentUser currentUser,
      @Reference UserDirectoryService users,
      @Reference Branches branches,
      @Reference UserGroups groups,
      @Reference UserRemoval removal,
      @Reference RightsCeiling ceiling,
      @Reference Messages messages) {
    this.rights = rights;
    this.currentUser = currentUser;
    this.users = users;
    this.branches = branches;
    this.groups = groups;
    this.removal = removal;
    this.ceiling = ceiling;
    this.messages = messages;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String permission() {
    return SecurityPermissions.MANAGE_USERS;
  }

  @Override
  public boolean needsProof() {
    return true;
  }

  @Override
  public List<ImportField> fields() {
    return UserRow.FIELDS;
  }

  @Override
  public List<String> matchRules() {
    return List.of(UserRow.NAME, UserRow.EMAIL, UserRow.FULL_NAME);
  }

  @Override
  public List<String> usualMatchRules(FileFormat format) {
    return List.of(UserRow.NAME);
  }

  @Override
  public boolean updates() {
    return true;
  }

  @Override
  public boolean undoes() {
    return true;
  }

  @Override
  public List<RowOutcome> importRows(List<Map<String, String>> rows) {
    return importRows(rows, ImportOptions.usual());
  }

  @Override
  public List<RowOutcome> importRows(List<Map<String, String>> rows, ImportOptions options) {
    return rights.make(
        () -> {
          Memberships memberships = new Memberships(groups);
          Staff staff =
              new Staff(
                  users.users(),
                  branches.all(),
                  users.roles().stream().map(RoleView::name).toList(),
                  messages);
          List<RowOutcome> outcomes =
              Ranks.topDown(
                  rows.stream().map(UserRow::new).toList(),
                  UserRow::names,
                  UserRow::superior,
                  row -> outcome(row, staff, memberships, options),
                  row -> RowOutcome.refused(List.of(FieldError.of("superior", "cycle"))));
          memberships.write();
          return outcomes;
        });
  }

  private RowOutcome outcome(
      UserRow row, Staff staff, Memberships memberships, ImportOptions options) {
    List<UserView> matching = matching(row, staff, options.matchBy());
    if (matching.size() > 1) {
      return RowOutcome.refused(
          List.of(FieldError.of("", "severalMatches", matching.get(0).fullName())));
    }
    UserView before = matching.isEmpty() ? null : matching.get(0);
    if (before != null && !options.mode().updates()) {
      return options.refuseMatching()
          ? RowOutcome.refused(List.of(FieldError.of(UserRow.NAME, "notUnique", before.name())))
          : RowOutcome.skipped(reference(before));
    }
    if (before == null && !options.mode().creates()) {
      String name = row.signInName();
      row.wrong(UserRow.FULL_NAME, "unknownUser", name == null ? "" : name);
      return RowOutcome.refused(row.errors());
    }
    return taken(row, before, staff, memberships);
  }

  private RowOutcome taken(UserRow row, UserView before, Staff staff, Memberships memberships) {
    UserData data = row.data(before, staff, currentUser.require().locale().getLanguage());
    Set<String> present = before == null ? Set.of() : memberships.of(before.id());
    Set<String> named = row.groups(present, memberships);
    users.errors(data, before == null ? null : before.id()).forEach(row::wrong);
    joining(present, named, memberships).forEach(row::wrong);
    if (!row.errors().isEmpty()) {
      return RowOutcome.refused(row.errors());
    }
    UserView after = before == null ? users.addWithoutPassword(data) : changed(before, data);
    staff.put(after);
    memberships.put(after.id(), named);
    String trace = Trace.text(UserTrace.of(before, present, after, named));
    if (before == null) {
      return RowOutcome.created(reference(after), trace);
    }
    List<FieldChange> changes = changes(before, present, after, named, staff);
    return changes.isEmpty()
        ? RowOutcome.skipped(reference(before))
        : RowOutcome.updated(reference(after), changes, trace);
  }

  /** The errors of joining groups whose roles the present user may not give. */
  private List<FieldError> joining(
      Set<String> present, Set<String> named, Memberships memberships) {
    Set<String> joined = new TreeSet<>(named);
    joined.removeAll(present);
    return ceiling.roles("groups", memberships.roles(joined));
  }

  private UserView changed(UserView before, UserData data) {
    return UserTrace.State.of(data).equals(UserTrace.State.of(Staff.data(before)))
        ? before
        : users.change(before.id(), ExpectedRevision.any(), data);
  }

  private List<UserView> matching(UserRow row, Staff staff, List<String> rules) {
    for (String rule : rules.isEmpty() ? List.of(UserRow.NAME) : rules) {
      String text = rule.equals(UserRow.NAME) ? row.signInName() : row.text(rule);
      Function<UserView, String> what = RULES.getOrDefault(rule, UserView::name);
      List<UserView> found =
          text == null || text.isBlank() ? List.of() : staff.withSame(what, text);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private List<FieldChange> changes(
      UserView before,
      Set<String> groupsBefore,
      UserView after,
      Set<String> groupsAfter,
      Staff staff) {
    List<BranchView> all = branches.all();
    return new FieldChanges<>(before, after)
        .field(UserRow.NAME, UserView::name)
        .field(UserRow.FULL_NAME, UserView::fullName)
        .field(UserRow.EMAIL, UserView::email)
        .field("language", UserView::language)
        .field(
            "branch",
            user ->
                all.stream()
                    .filter(branch -> branch.id().equals(user.branchId()))
                    .map(BranchView::name)
                    .findFirst()
                    .orElse(null))
        .field("superior", user -> fullName(user.superiorId(), staff))
        .field("roles", user -> listed(user.roles()))
        .field("groups", user -> listed(user == before ? groupsBefore : groupsAfter))
        .list();
  }

  private static String fullName(UserId id, Staff staff) {
    return id == null || staff.user(id) == null ? null : staff.user(id).fullName();
  }

  private static String listed(Iterable<String> names) {
    String listed = String.join(", ", names);
    return listed.isEmpty() ? null : listed;
  }

  /** Users who were made go again, unless they were here by now or somebody's record names them. */
  @Override
  public List<UndoOutcome> undo(List<ImportedRow> imported) {
    return rights.make(() -> Ranks.bottomUp(imported, this::undone));
  }

  private UndoOutcome undone(ImportedRow row) {
    UserId id = new UserId(Long.parseLong(row.recordId()));
    UserTrace trace = Trace.read(row.trace(), UserTrace.class);
    UserView present = users.user(id).orElse(null);
    if (present == null) {
      return kept("undoGone");
    }
    if (!trace.isNow(present)) {
      return kept("undoChanged");
    }
    if (row.outcome() == RowOutcome.Kind.UPDATED) {
      return restored(present, trace);
    }
    return removal.remove(id) ? UndoOutcome.removed() : kept("undoUserUsed");
  }

  private UndoOutcome restored(UserView present, UserTrace trace) {
    UserData before = trace.old().data();
    Memberships memberships = new Memberships(groups);
    Set<String> old = Set.copyOf(trace.oldGroups());
    List<FieldError> errors = new ArrayList<>(users.errors(before, present.id()));
    errors.addAll(joining(memberships.of(present.id()), old, memberships));
    if (!errors.isEmpty()) {
      return UndoOutcome.kept(errors);
    }
    changed(present, before);
    memberships.put(present.id(), old);
    memberships.write();
    return UndoOutcome.restored();
  }

  private static UndoOutcome kept(String why) {
    return UndoOutcome.kept(List.of(FieldError.of("", why)));
  }

  private static RecordRef reference(UserView user) {
    return RecordRef.of(TYPE, user.id(), user.fullName());
  }
}
