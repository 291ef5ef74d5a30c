package org.kartoteka.contracts.internal;

import java.util.List;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.security.BranchData;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.BranchView;
import org.kartoteka.platform.api.security.Branches;

/** Two branches, 1 and 2. */
final class FakeBranches implements Branches {

  @Override
  public List<BranchView> all() {
    return List.of(
        new BranchView(new BranchId(1), 0, "North", null, 0),
        new BranchView(new BranchId(2), 0, "South", null, 0));
  }

  @Override
  public BranchView get(BranchId id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public BranchView add(BranchData data) {
    throw new UnsupportedOperationException();
  }

  @Override
  public BranchView change(BranchId id, ExpectedRevision revision, BranchData data) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void remove(BranchId id, ExpectedRevision revision) {
    throw new UnsupportedOperationException();
  }
}
