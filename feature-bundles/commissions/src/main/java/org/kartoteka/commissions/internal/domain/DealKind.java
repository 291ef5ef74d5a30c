package org.kartoteka.commissions.internal.domain;

import org.kartoteka.commissions.Trigger;

/** What commissions are earned on. */
public enum DealKind {
  CONTRACT,
  INVOICE;

  /** Whether rules of the trigger look at it. */
  public boolean earnsBy(Trigger trigger) {
    return (this == CONTRACT) == (trigger == Trigger.SIGNATURE);
  }
}
