package org.kartoteka.commissions.internal.calculation;

import java.math.BigDecimal;
import org.kartoteka.commissions.internal.data.BulkInsert;
import org.kartoteka.commissions.internal.domain.PeriodKey;
import org.kartoteka.commissions.internal.domain.Totals;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;

/** Totals that begin with what is in the database. */
public final class StoredTotals extends Totals {

  private final UnitOfWork unitOfWork;
  private final String lock;

  /** Totals that nobody else changes until they are written. */
  StoredTotals(UnitOfWork unitOfWork) {
    this(unitOfWork, " for update");
  }

  private StoredTotals(UnitOfWork unitOfWork, String lock) {
    this.unitOfWork = unitOfWork;
    this.lock = lock;
  }

  /** Totals to be read only. */
  public static Totals asTheyAre(UnitOfWork unitOfWork) {
    return new StoredTotals(unitOfWork, "");
  }

  @Override
  protected BigDecimal known(PeriodKey key) {
    return Sql.of(
            unitOfWork,
            "select base from commissions.period_total where plan_id = ? and rule = ?"
                + " and person_id = ? and currency = ? and from_day = ?"
                + lock,
            key.plan(),
            key.rule(),
            key.person(),
            key.currency().getCurrencyCode(),
            key.from())
        .first(row -> row.getBigDecimal(1))
        .orElse(BigDecimal.ZERO);
  }

  void write() {
    BulkInsert insert =
        new BulkInsert(
            "period_total",
            "plan_id bigint",
            "rule text",
            "person_id bigint",
            "currency text",
            "from_day date",
            "base numeric");
    periods()
        .forEach(
            (key, base) ->
                insert.add(
                    key.plan().value(),
                    key.rule(),
                    key.person().value(),
                    key.currency().getCurrencyCode(),
                    key.from(),
                    base));
    insert.write(
        unitOfWork,
        "on conflict (plan_id, rule, person_id, currency, from_day)"
            + " do update set base = excluded.base");
  }
}
