package org.kartoteka.security.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.ChangeHistory;
import org.kartoteka.platform.api.history.ChangeView;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.Deputies;
import org.kartoteka.platform.api.security.DeputyshipData;
import org.kartoteka.platform.api.security.DeputyshipId;
import org.kartoteka.platform.api.security.DeputyshipView;
import org.kartoteka.platform.api.security.RecentProof;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Deputies for absence; what they reach by it, {@link RecordScopesService} knows. */
@Component(
    reference =
        @Reference(
            name = "schema",
            service = DataSource.class,
            target = "(kartoteka.schema=security)"))
public final class DeputiesService implements Deputies {

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final CurrentUser currentUser;
  private final RecentProof proof;
  private final ChangeHistory history;
  private final RecordScopesService scopes;
  private final RightsCeiling ceiling;
  private final Clock clock;
  private final DeputyTable deputies;
  private final UserTable users;

  @Activate
  public DeputiesService(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference CurrentUser currentUser,
      @Reference RecentProof proof,
      @Reference ChangeHistory history,
      @Reference RecordScopesService scopes,
      @Reference RightsCeiling ceiling,
      @Reference Clock clock) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.currentUser = currentUser;
    this.proof = proof;
    this.history = history;
    this.scopes = scopes;
    this.ceiling = ceiling;
    this.clock = clock;
    this.deputies = new DeputyTable(unitOfWork);
    this.users = new UserTable(unitOfWork);
  }

  @Override
  public List<DeputyshipView> of(UserId user) {
    currentUser.require();
    return unitOfWork.read(() -> deputies.of(user, today()));
  }

  @Override
  public List<DeputyshipView> standingIn() {
    UserId self = currentUser.require().id();
    return self == null
        ? List.of()
        : of(self).stream().filter(one -> one.lasting() && one.deputyId().equals(self)).toList();
  }

  @Override
  public boolean mayArrange(UserId absent) {
    return isOwnOrBelow(absent)
        || access.may(SecurityPermissions.MANAGE_USERS)
            && unitOfWork.read(() -> ceiling.covers(absent));
  }

  private boolean isOwnOrBelow(UserId absent) {
    UserId self = currentUser.require().id();
    return absent.equals(self)
        || self != null && unitOfWork.read(() -> users.isAbove(self, absent));
  }

  @Override
  public DeputyshipView arrange(DeputyshipData data) {
    DeputyshipView arranged =
        unitOfWork.call(
            () -> {
              check(data);
              requireMayArrange(data.absentId());
              DeputyshipId id =
                  deputies.insert(data, currentUser.require().name(), clock.instant());
              DeputyshipView view = known(id);
              record(view, true);
              return view;
            });
    scopes.forgetAll();
    return arranged;
  }

  @Override
  public void end(DeputyshipId id) {
    currentUser.require();
    unitOfWork.run(
        () -> {
          DeputyshipView view = known(id);
          requireMayArrange(view.absentId());
          deputies.delete(id);
          record(view, false);
        });
    scopes.forgetAll();
  }

  /**
   * A token may do what it was given, and arranging for oneself is nothing that can be given. Who
   * manages users could make himself the deputy of anybody: he needs what the absent one has.
   */
  private void requireMayArrange(UserId absent) {
    if (!isOwnOrBelow(absent)) {
      access.require(SecurityPermissions.MANAGE_USERS);
      ceiling.guard(absent);
    }
    if (access.may(SecurityPermissions.MANAGE_USERS)) {
      proof.requireRecent();
    } else {
      proof.requireInPerson();
    }
  }

  private DeputyshipView known(DeputyshipId id) {
    return deputies.find(id, today()).orElseThrow(() -> new NotFound(TYPE, id.value()));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private void check(DeputyshipData data) {
    List<FieldError> errors = new ArrayList<>();
    Optional<UserView> absent = user("absentId", data.absentId(), errors);
    user("deputyId", data.deputyId(), errors)
        .ifPresent(
            deputy -> {
              if (deputy.blocked()) {
                errors.add(FieldError.of("deputyId", "deputyBlocked"));
              } else if (absent.filter(deputy::equals).isPresent()) {
                errors.add(FieldError.of("deputyId", "deputyHimself"));
              }
            });
    if (data.from() == null) {
      errors.add(FieldError.of("from", "required"));
    }
    if (data.until() == null) {
      errors.add(FieldError.of("until", "required"));
    } else if (data.from() != null && data.until().isBefore(data.from())) {
      errors.add(FieldError.of("until", "deputyEndsBefore"));
    } else if (data.until().isBefore(today())) {
      errors.add(FieldError.of("until", "deputyOver"));
    }
    InvalidInput.throwIfAny(errors);
  }

  private Optional<UserView> user(String field, UserId id, List<FieldError> errors) {
    Optional<UserView> found = id == null ? Optional.empty() : users.view(id);
    if (id == null) {
      errors.add(FieldError.of(field, "required"));
    } else if (found.isEmpty()) {
      errors.add(FieldError.of(field, "unknownUser", id));
    }
    return found;
  }

  private void record(DeputyshipView view, boolean arranged) {
    String words = view.deputyName() + ", " + view.from() + " – " + view.until();
    history.record(
        ChangeView.Kind.CHANGED,
        RecordRef.of("user", view.absentId(), view.absentName()),
        List.of(new FieldChange("deputy", arranged ? null : words, arranged ? words : null)));
  }
}
