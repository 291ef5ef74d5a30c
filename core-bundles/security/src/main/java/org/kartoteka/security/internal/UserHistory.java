package org.kartoteka.security.internal;

import java.util.List;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.ChangeHistory;
import org.kartoteka.platform.api.history.ChangeView;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.history.FieldChanges;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.BranchView;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserView;

/** Notes in the history what became of users. */
final class UserHistory {

  private final ChangeHistory history;
  private final UserTable users;
  private final BranchTable branches;

  UserHistory(ChangeHistory history, UnitOfWork unitOfWork) {
    this.history = history;
    this.users = new UserTable(unitOfWork);
    this.branches = new BranchTable(unitOfWork);
  }

  void created(UserView user) {
    history.record(ChangeView.Kind.CREATED, ref(user), changes(null, user));
  }

  void deleted(UserView user) {
    history.record(ChangeView.Kind.DELETED, ref(user), changes(user, null));
  }

  void changed(UserView before, UserView after) {
    history.record(ChangeView.Kind.CHANGED, ref(after), changes(before, after));
  }

  /** Something beside the user's own fields. */
  void changed(UserView user, String field, String before, String after) {
    history.record(
        ChangeView.Kind.CHANGED, ref(user), List.of(new FieldChange(field, before, after)));
  }

  private static RecordRef ref(UserView user) {
    return RecordRef.of("user", user.id(), user.fullName());
  }

  private List<FieldChange> changes(UserView before, UserView after) {
    return new FieldChanges<>(before, after)
        .field("name", UserView::name)
        .field("fullName", UserView::fullName)
        .field("email", UserView::email)
        .field("language", UserView::language)
        .field("roles", user -> String.join(", ", user.roles()))
        .field("blocked", UserView::blocked)
        .field("branchId", user -> branchName(user.branchId()))
        .field("superiorId", user -> userName(user.superiorId()))
        .list();
  }

  private String branchName(BranchId id) {
    return id == null ? null : branches.find(id).map(BranchView::name).orElse(null);
  }

  private String userName(UserId id) {
    return id == null ? null : users.view(id).map(UserView::fullName).orElse(null);
  }
}
