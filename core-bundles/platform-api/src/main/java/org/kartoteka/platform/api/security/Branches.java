package org.kartoteka.platform.api.security;

import java.util.List;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The branches of the company, one below another. Reading is free to the signed-in, acts need
 * {@code security.user.manage}.
 */
@ProviderType
public interface Branches {

  String TYPE = "branch";

  /** All branches by name. */
  List<BranchView> all();

  /** One branch. */
  BranchView get(BranchId id);

  /** Adds a branch. */
  BranchView add(BranchData data);

  /**
   * Changes a branch.
   *
   * @throws org.kartoteka.platform.api.problem.InvalidInput when it would be below itself
   */
  BranchView change(BranchId id, ExpectedRevision revision, BranchData data);

  /**
   * Removes a branch.
   *
   * @throws org.kartoteka.platform.api.problem.Refused while users or branches belong to it
   */
  void remove(BranchId id, ExpectedRevision revision);
}
