package org.kartoteka.ui.internal.handover;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kartoteka.core.api.handover.Handovers;
import org.kartoteka.core.api.register.Registers;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.BranchView;
import org.kartoteka.platform.api.security.Branches;
import org.kartoteka.platform.api.security.UserDirectory;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserView;
import org.kartoteka.ui.api.Watch;
import org.kartoteka.ui.internal.record.Colleagues;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The services that hand-overs on the screen work with. */
@Component(service = HandoverDesk.class)
public class HandoverDesk {

  private final Handovers handovers;
  private final Registers registers;
  private final Branches branches;
  private final UserDirectory directory;
  private final Colleagues colleagues;
  private final Watch watch;

  @Activate
  public HandoverDesk(
      @Reference Handovers handovers,
      @Reference Registers registers,
      @Reference Branches branches,
      @Reference UserDirectory directory,
      @Reference Colleagues colleagues,
      @Reference Watch watch) {
    this.handovers = handovers;
    this.registers = registers;
    this.branches = branches;
    this.directory = directory;
    this.colleagues = colleagues;
    this.watch = watch;
  }

  Handovers handovers() {
    return handovers;
  }

  Registers registers() {
    return registers;
  }

  Colleagues colleagues() {
    return colleagues;
  }

  Watch watch() {
    return watch;
  }

  List<BranchView> branches() {
    return branches.all();
  }

  /** Who can take over from somebody, with their names. */
  Map<UserId, String> heirs(UserId from) {
    Map<UserId, String> heirs = colleagues.active();
    heirs.remove(from);
    return heirs;
  }

  /** Who belongs to a branch and can take over from somebody. */
  List<UserId> heirs(UserId from, BranchId branch) {
    return directory.users().stream()
        .filter(user -> !user.blocked() && !user.id().equals(from))
        .filter(user -> Objects.equals(user.branchId(), branch))
        .map(UserView::id)
        .toList();
  }
}
