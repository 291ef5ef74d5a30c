package org.kartoteka.sales.internal.exchange;

import java.util.List;
import org.kartoteka.platform.api.exchange.UndoOutcome;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.Refused;

/** Why a record stays when its import is taken back. */
final class Kept {

  private Kept() {}

  /** Somebody changed it since. */
  static UndoOutcome changed() {
    return because("undoChanged");
  }

  /** It is not there any more. */
  static UndoOutcome gone() {
    return because("undoGone");
  }

  static UndoOutcome because(String code, Object... arguments) {
    return UndoOutcome.kept(List.of(FieldError.of("", code, arguments)));
  }

  /** The service does not let it go. */
  static UndoOutcome because(Refused refused) {
    return UndoOutcome.kept(
        List.of(new FieldError("", "refused", refused.key(), refused.arguments())));
  }
}
