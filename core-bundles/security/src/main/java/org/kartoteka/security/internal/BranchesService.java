package org.kartoteka.security.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
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
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.BranchData;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.BranchView;
import org.kartoteka.platform.api.security.Branches;
import org.kartoteka.platform.api.security.CurrentUser;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The branches of the company. */
@Component(
    service = {Branches.class, BranchesService.class},
    reference =
        @Reference(
            name = "schema",
            service = DataSource.class,
            target = "(kartoteka.schema=security)"))
public final class BranchesService implements Branches {

  private static final int LONGEST = 200;

  private final UnitOfWork unitOfWork;
  private final CurrentUser currentUser;
  private final ChangeHistory history;
  private final RightsChange rights;
  private final RightsCeiling ceiling;
  private final BranchTable branches;

  @Activate
  public BranchesService(
      @Reference UnitOfWork unitOfWork,
      @Reference CurrentUser currentUser,
      @Reference ChangeHistory history,
      @Reference RightsChange rights,
      @Reference RightsCeiling ceiling) {
    this.unitOfWork = unitOfWork;
    this.currentUser = currentUser;
    this.history = history;
    this.rights = rights;
    this.ceiling = ceiling;
    this.branches = new BranchTable(unitOfWork);
  }

  @Override
  public List<BranchView> all() {
    currentUser.require();
    return unitOfWork.read(branches::all);
  }

  @Override
  public BranchView get(BranchId id) {
    currentUser.require();
    return unitOfWork.read(() -> known(id));
  }

  @Override
  public BranchView add(BranchData data) {
    return acting(
        () -> {
          BranchView added = known(branches.insert(checked(data, null)));
          history.record(Kind.CREATED, ref(added), changes(null, added));
          return added;
        });
  }

  @Override
  public BranchView change(BranchId id, ExpectedRevision revision, BranchData data) {
    return acting(
        () -> {
          BranchView before = known(id);
          revision.check(before.revision(), TYPE, id.value());
          branches.update(id, checked(data, id));
          BranchView after = known(id);
          history.record(Kind.CHANGED, ref(after), changes(before, after));
          return after;
        });
  }

  @Override
  public void remove(BranchId id, ExpectedRevision revision) {
    acting(
        () -> {
          BranchView branch = known(id);
          revision.check(branch.revision(), TYPE, id.value());
          if (branch.users() > 0 || branches.hasBelow(id)) {
            throw new Refused("security.branch.in-use", branch.name());
          }
          branches.delete(id);
          history.record(Kind.DELETED, ref(branch), changes(branch, null));
          return branch;
        });
  }

  private BranchView acting(Supplier<BranchView> act) {
    return rights.make(
        () -> {
          branches.alone();
          return act.get();
        });
  }

  private BranchView known(BranchId id) {
    return branches.find(id).orElseThrow(() -> new NotFound(TYPE, id.value()));
  }

  private BranchData checked(BranchData data, BranchId id) {
    InvalidInput.throwIfAny(errors(data, id));
    return new BranchData(CleanName.of(data.name()), data.parentId());
  }

  /**
   * What keeps a branch from being like this; within a unit of work.
   *
   * @param id the branch that is changed; null for a new one
   */
  public List<FieldError> errors(BranchData data, BranchId id) {
    List<FieldError> errors = new ArrayList<>();
    String name = CleanName.of(data.name());
    if (name == null) {
      errors.add(FieldError.of("name", "required"));
    } else if (name.length() > LONGEST) {
      errors.add(FieldError.of("name", "tooLong", LONGEST));
    } else if (branches.nameTaken(name, id)) {
      errors.add(FieldError.of("name", "notUnique", name));
    }
    BranchId parent = data.parentId();
    boolean moved = id != null && !Objects.equals(parent, known(id).parentId());
    if (parent != null && branches.find(parent).isEmpty()) {
      errors.add(FieldError.of("parentId", "unknownBranch"));
    } else if (parent != null
        && id != null
        && (parent.equals(id) || branches.isBelow(parent, id))) {
      errors.add(FieldError.of("parentId", "branchRing"));
    } else if (parent != null && moved) {
      errors.addAll(ceiling.nest());
    }
    return errors;
  }

  private static RecordRef ref(BranchView branch) {
    return RecordRef.of(TYPE, branch.id(), branch.name());
  }

  private List<FieldChange> changes(BranchView before, BranchView after) {
    return new FieldChanges<>(before, after)
        .field("name", BranchView::name)
        .field("parentId", this::above)
        .list();
  }

  private String above(BranchView branch) {
    return branch.parentId() == null
        ? null
        : branches.find(branch.parentId()).map(BranchView::name).orElse(null);
  }
}
