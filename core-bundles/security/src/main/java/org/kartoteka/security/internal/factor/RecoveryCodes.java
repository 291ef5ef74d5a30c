package org.kartoteka.security.internal.factor;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.security.internal.key.Sha256;

/** Codes for the day the authenticator is lost; each opens once. */
final class RecoveryCodes {

  private static final int HOW_MANY = 10;
  private static final int BYTES = 14;

  private final UnitOfWork unitOfWork;
  private final SecureRandom random = new SecureRandom();

  RecoveryCodes(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** New codes; the old ones end. They are shown this once. */
  List<String> renew(UserId user) {
    remove(user);
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < HOW_MANY; i++) {
      String code = fresh();
      codes.add(code);
      Sql.of(
              unitOfWork,
              "insert into security.recovery_code (user_id, hash) values (?, ?)",
              user,
              hash(user, code))
          .update();
    }
    return codes;
  }

  private String fresh() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base32.of(bytes).toLowerCase(Locale.ROOT).replaceAll("(.{4})(?=.)", "$1-");
  }

  /** Takes a code, if it is one of the user's. */
  boolean take(UserId user, String typed) {
    return Sql.of(
                unitOfWork,
                "delete from security.recovery_code where user_id = ? and hash = ?",
                user,
                hash(user, typed))
            .update()
        > 0;
  }

  int left(UserId user) {
    return (int)
        Sql.of(unitOfWork, "select count(*) from security.recovery_code where user_id = ?", user)
            .number();
  }

  void remove(UserId user) {
    Sql.of(unitOfWork, "delete from security.recovery_code where user_id = ?", user).update();
  }

  private static String hash(UserId user, String code) {
    String letters = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "");
    return Sha256.of(user.value() + " " + letters);
  }
}
