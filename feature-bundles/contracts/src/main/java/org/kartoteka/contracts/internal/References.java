package org.kartoteka.contracts.internal;

import java.util.Objects;
import org.kartoteka.contracts.CodeList;
import org.kartoteka.contracts.internal.data.CodeRows;
import org.kartoteka.contracts.internal.domain.Terms;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.Branches;
import org.kartoteka.platform.api.security.UserDirectory;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks that what contracts refer to exists and may still be chosen. */
@Component(service = References.class)
public final class References {

  private final UserDirectory users;
  private final Branches branches;
  private final CodeRows codes;

  @Activate
  public References(
      @Reference UserDirectory users, @Reference Branches branches, @Reference CodeRows codes) {
    this.users = users;
    this.branches = branches;
    this.codes = codes;
  }

  /** What holds between parties; values that stand there already are not asked. */
  void check(Terms before, Terms after, Findings findings) {
    if (!Objects.equals(before.packageType(), after.packageType())) {
      code("packageType", CodeList.PACKAGE, after.packageType(), findings);
    }
    if (!Objects.equals(before.salesperson(), after.salesperson())) {
      user("salespersonId", after.salesperson(), findings);
    }
    boolean elsewhere = !Objects.equals(before.branch(), after.branch());
    if (elsewhere && after.branch() != null && !isBranch(after.branch())) {
      findings.add("branchId", "unknownBranch");
    }
  }

  void user(String field, UserId user, Findings findings) {
    if (user != null && users.user(user).isEmpty()) {
      findings.add(field, "unknownUser", user.value());
    }
  }

  void code(String field, CodeList list, String code, Findings findings) {
    if (code != null && codes.find(list, code).filter(entry -> !entry.retired()).isEmpty()) {
      findings.add(field, "unknownCode", code);
    }
  }

  private boolean isBranch(BranchId branch) {
    return branches.all().stream().anyMatch(one -> one.id().equals(branch));
  }
}
