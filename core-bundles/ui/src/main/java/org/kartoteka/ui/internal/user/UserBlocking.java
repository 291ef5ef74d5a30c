package org.kartoteka.ui.internal.user;

import java.util.function.Consumer;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.platform.api.problem.ProofNeeded;
import org.kartoteka.platform.api.security.UserData;
import org.kartoteka.platform.api.security.UserView;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.internal.handover.HandoverHint;

/** Lets a user sign in no more, or again. */
final class UserBlocking {

  private UserBlocking() {}

  /** Blocks or unblocks, with undo. */
  static void turn(UserDesk desk, Workspace workspace, UserView user, Consumer<UserView> changed) {
    try {
      UserView after = change(desk, user);
      changed.accept(after);
      workspace.done(
          workspace.text(
              after.blocked() ? "ui.users.was-blocked" : "ui.users.was-unblocked",
              after.fullName()),
          () -> changed.accept(change(desk, after)));
      if (after.blocked()) {
        HandoverHint.offer(desk.handovers(), workspace, after);
      }
    } catch (ProofNeeded old) {
      workspace.prove(() -> turn(desk, workspace, user, changed));
    } catch (Problem problem) {
      workspace.problem(problem);
    }
  }

  private static UserView change(UserDesk desk, UserView user) {
    UserData data =
        new UserData(
            user.name(),
            user.fullName(),
            user.email(),
            user.language(),
            user.roles(),
            !user.blocked(),
            user.branchId(),
            user.superiorId());
    return desk.directory().change(user.id(), ExpectedRevision.of(user.revision()), data);
  }
}
