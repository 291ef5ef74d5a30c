package org.kartoteka.security.internal.exchange;

import org.kartoteka.platform.api.security.BranchData;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.BranchView;

/**
 * What an import made of a branch.
 *
 * @param oldName null when it was made
 */
record BranchTrace(String oldName, Long oldParent, String newName, Long newParent) {

  static BranchTrace of(BranchView before, BranchView after) {
    return new BranchTrace(
        before == null ? null : before.name(),
        before == null ? null : parent(before),
        after.name(),
        parent(after));
  }

  BranchData before() {
    return new BranchData(oldName, oldParent == null ? null : new BranchId(oldParent));
  }

  boolean isAfter(BranchView branch) {
    return branch.name().equals(newName)
        && (newParent == null ? branch.parentId() == null : newParent.equals(parent(branch)));
  }

  private static Long parent(BranchView branch) {
    return branch.parentId() == null ? null : branch.parentId().value();
  }
}
