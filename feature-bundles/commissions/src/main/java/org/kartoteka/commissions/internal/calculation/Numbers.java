package org.kartoteka.commissions.internal.calculation;

import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;

/** New ids of a sequence, fetched a thousand at a time. For one transaction. */
final class Numbers {

  private static final int AT_ONCE = 1000;

  private final UnitOfWork unitOfWork;
  private final String sequence;
  private long next;
  private long end;

  Numbers(UnitOfWork unitOfWork, String sequence) {
    this.unitOfWork = unitOfWork;
    this.sequence = sequence;
  }

  long next() {
    if (next == end) {
      next = Sql.of(unitOfWork, "select nextval('commissions." + sequence + "')").number();
      end = next + AT_ONCE;
    }
    return next++;
  }
}
