package org.kartoteka.security.internal;

import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.StandardRole;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserId;

/**
 * Who manages users without being an administrator must not become one, by the account of one or by
 * rights that he gives away (OWASP ASVS 5, 8.2.1).
 */
public final class Administrators {

  private final UnitOfWork unitOfWork;
  private final AccessControl access;

  public Administrators(UnitOfWork unitOfWork, AccessControl access) {
    this.unitOfWork = unitOfWork;
    this.access = access;
  }

  /** Whether the present user is one. */
  boolean isOne() {
    return access.may(User.ALL);
  }

  /** Refuses what only an administrator may do to the account of another; in a unit of work. */
  public void guard(UserId user) {
    if (!isOne() && administrates(user)) {
      throw new Refused("security.user.administrator-by-administrator");
    }
  }

  private boolean administrates(UserId user) {
    return Sql.of(
                unitOfWork,
                "select count(*) from security.user_role where user_id = ? and role = ?",
                user,
                StandardRole.ADMINISTRATOR)
            .number()
        > 0;
  }
}
