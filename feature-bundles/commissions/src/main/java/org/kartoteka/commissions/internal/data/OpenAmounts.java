package org.kartoteka.commissions.internal.data;

import java.util.List;
import javax.sql.DataSource;
import org.kartoteka.commissions.AccrualState;
import org.kartoteka.platform.api.data.Columns;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What waits to be granted or settled, of everybody; within a unit of work. */
@Component(
    service = OpenAmounts.class,
    reference =
        @Reference(
            name = "schema",
            service = DataSource.class,
            target = "(kartoteka.schema=commissions)"))
public final class OpenAmounts {

  private final UnitOfWork unitOfWork;

  /** How much waits in a state. */
  public record Open(AccrualState state, long rows, Money amount) {}

  @Activate
  public OpenAmounts(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  public List<Open> all() {
    return Sql.of(
            unitOfWork,
            "select state, currency, count(*) as rows, sum(amount) as amount"
                + " from commissions.accrual where state in ('CALCULATED', 'GRANTED')"
                + " group by state, currency order by state, currency")
        .list(
            row ->
                new Open(
                    Columns.word(row, "state", AccrualState.class),
                    row.getLong("rows"),
                    Columns.money(row, "amount", "currency")));
  }
}
