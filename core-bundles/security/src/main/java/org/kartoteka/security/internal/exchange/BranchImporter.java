package org.kartoteka.security.internal.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.exchange.ImportField;
import org.kartoteka.platform.api.exchange.ImportOptions;
import org.kartoteka.platform.api.exchange.ImportedRow;
import org.kartoteka.platform.api.exchange.RecordImporter;
import org.kartoteka.platform.api.exchange.RowCells;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.exchange.UndoOutcome;
import org.kartoteka.platform.api.history.FieldChanges;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.BranchData;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.BranchView;
import org.kartoteka.platform.api.security.Branches;
import org.kartoteka.security.internal.BranchesService;
import org.kartoteka.security.internal.RightsChange;
import org.kartoteka.security.internal.SecurityPermissions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Imports branches, found again by their names. A branch may be named as another's parent before
 * its own row comes.
 */
@Component(service = RecordImporter.class)
public final class BranchImporter implements RecordImporter {

  private static final String NAME = "name";
  private static final String PARENT = "parent";

  private final RightsChange rights;
  private final BranchesService branches;

  @Activate
  public BranchImporter(@Reference RightsChange rights, @Reference BranchesService branches) {
    this.rights = rights;
    this.branches = branches;
  }

  @Override
  public String type() {
    return Branches.TYPE;
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
    return List.of(
        new ImportField(
            NAME,
            true,
            List.of(
                "branch",
                "office",
                "regional_office",
                "territory",
                "nazwa",
                "oddział",
                "filia",
                "biuro",
                "име",
                "наименование",
                "клон",
                "офис",
                "название",
                "филиал")),
        new ImportField(
            PARENT,
            false,
            List.of(
                "parent branch",
                "belongs to",
                "group",
                "oddział nadrzędny",
                "jednostka nadrzędna",
                "горен клон",
                "подчинен на",
                "вышестоящий филиал",
                "головной филиал")));
  }

  @Override
  public List<String> matchRules() {
    return List.of(NAME);
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
          Map<String, BranchView> known = new HashMap<>();
          branches.all().forEach(branch -> known.put(Ranks.key(branch.name()), branch));
          return Ranks.topDown(
              rows,
              row -> Ranks.keys(row.get(NAME)),
              row -> Ranks.keys(row.get(PARENT)).stream().findFirst().orElse(null),
              row -> outcome(new RowCells(row), known, options),
              row -> RowOutcome.refused(List.of(FieldError.of(PARENT, "branchRing"))));
        });
  }

  private RowOutcome outcome(RowCells row, Map<String, BranchView> known, ImportOptions options) {
    String name = row.required(NAME);
    BranchView before = name == null ? null : known.get(Ranks.key(name));
    if (before != null && !options.mode().updates()) {
      return options.refuseMatching()
          ? RowOutcome.refused(List.of(FieldError.of(NAME, "notUnique", before.name())))
          : RowOutcome.skipped(reference(before));
    }
    if (name != null && before == null && !options.mode().creates()) {
      row.error(NAME, "unknownBranch");
    }
    BranchData data = new BranchData(name, parent(row, before, known));
    branches.errors(data, before == null ? null : before.id()).stream()
        .filter(error -> name != null || !error.field().equals(NAME))
        .forEach(error -> row.error(field(error), error.code(), error.arguments().toArray()));
    if (!row.errors().isEmpty()) {
      return RowOutcome.refused(row.errors());
    }
    BranchView after = before == null ? branches.add(data) : changed(before, data);
    known.put(Ranks.key(after.name()), after);
    return before == null
        ? RowOutcome.created(reference(after), Trace.text(BranchTrace.of(null, after)))
        : updated(before, after, known);
  }

  private BranchView changed(BranchView before, BranchData data) {
    return data.equals(new BranchData(before.name(), before.parentId()))
        ? before
        : branches.change(before.id(), ExpectedRevision.any(), data);
  }

  private static RowOutcome updated(
      BranchView before, BranchView after, Map<String, BranchView> known) {
    if (after.revision() == before.revision()) {
      return RowOutcome.skipped(reference(before));
    }
    return RowOutcome.updated(
        reference(after),
        new FieldChanges<>(before, after)
            .field(NAME, BranchView::name)
            .field(PARENT, branch -> name(branch.parentId(), known))
            .list(),
        Trace.text(BranchTrace.of(before, after)));
  }

  private static String name(BranchId id, Map<String, BranchView> known) {
    return known.values().stream()
        .filter(branch -> branch.id().equals(id))
        .map(BranchView::name)
        .findFirst()
        .orElse(null);
  }

  /** What the row says is above; what it does not say stays. */
  private static BranchId parent(RowCells row, BranchView before, Map<String, BranchView> known) {
    String text = row.text(PARENT);
    if (text == null) {
      return before == null ? null : before.parentId();
    }
    return text.isEmpty()
        ? null
        : row.named(
            PARENT,
            "unknownBranch",
            name -> Optional.ofNullable(known.get(Ranks.key(name))).map(BranchView::id));
  }

  private static String field(FieldError error) {
    return error.field().equals("parentId") ? PARENT : error.field();
  }

  /** Branches that were made go again unless somebody or something belongs to them by now. */
  @Override
  public List<UndoOutcome> undo(List<ImportedRow> imported) {
    return rights.make(() -> Ranks.bottomUp(imported, this::undone));
  }

  private UndoOutcome undone(ImportedRow row) {
    BranchTrace trace = Trace.read(row.trace(), BranchTrace.class);
    List<BranchView> all = branches.all();
    BranchId id = new BranchId(Long.parseLong(row.recordId()));
    BranchView present =
        all.stream().filter(branch -> branch.id().equals(id)).findFirst().orElse(null);
    if (present == null) {
      return kept("undoGone");
    }
    if (!trace.isAfter(present)) {
      return kept("undoChanged");
    }
    if (row.outcome() == RowOutcome.Kind.UPDATED) {
      return restored(id, trace);
    }
    if (present.users() > 0
        || all.stream().anyMatch(branch -> Objects.equals(branch.parentId(), id))) {
      return kept("undoBranchUsed");
    }
    branches.remove(id, ExpectedRevision.any());
    return UndoOutcome.removed();
  }

  private UndoOutcome restored(BranchId id, BranchTrace trace) {
    List<FieldError> errors = branches.errors(trace.before(), id);
    if (!errors.isEmpty()) {
      return UndoOutcome.kept(errors);
    }
    branches.change(id, ExpectedRevision.any(), trace.before());
    return UndoOutcome.restored();
  }

  private static UndoOutcome kept(String why) {
    return UndoOutcome.kept(List.of(FieldError.of("", why)));
  }

  private static RecordRef reference(BranchView branch) {
    return RecordRef.of(Branches.TYPE, branch.id(), branch.name());
  }
}
