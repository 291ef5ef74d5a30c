package org.kartoteka.platform.api.exchange;

import java.util.List;
import org.kartoteka.platform.api.problem.FieldError;

/**
 * What came of taking back one row of an import.
 *
 * @param reasons why the record, or some of its fields, was kept
 */
public record UndoOutcome(Kind kind, List<FieldError> reasons) {

  /** What was done. */
  public enum Kind {
    /** The record that the row had made is gone again. */
    REMOVED,
    /** The fields that the row had changed are what they were. */
    RESTORED,
    /** Some fields are what they were, others were edited since and stay. */
    PARTLY,
    /** The record stays as it is: somebody changed or used it since. */
    KEPT
  }

  public UndoOutcome {
    reasons = List.copyOf(reasons);
  }

  /** The record is gone again. */
  public static UndoOutcome removed() {
    return new UndoOutcome(Kind.REMOVED, List.of());
  }

  /** All fields are what they were. */
  public static UndoOutcome restored() {
    return new UndoOutcome(Kind.RESTORED, List.of());
  }

  /** Some fields stay. */
  public static UndoOutcome partly(List<FieldError> reasons) {
    return new UndoOutcome(Kind.PARTLY, reasons);
  }

  /** The record stays. */
  public static UndoOutcome kept(List<FieldError> reasons) {
    return new UndoOutcome(Kind.KEPT, reasons);
  }
}
