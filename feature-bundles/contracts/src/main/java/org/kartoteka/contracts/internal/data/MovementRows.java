package org.kartoteka.contracts.internal.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.kartoteka.contracts.BalanceDimension;
import org.kartoteka.contracts.BalanceQuery;
import org.kartoteka.contracts.BalanceRow;
import org.kartoteka.contracts.ContractId;
import org.kartoteka.contracts.ContractTypeId;
import org.kartoteka.contracts.MovementKind;
import org.kartoteka.contracts.MovementQuery;
import org.kartoteka.contracts.MovementView;
import org.kartoteka.contracts.internal.domain.Movement;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyScope;
import org.kartoteka.platform.api.data.Columns;
import org.kartoteka.platform.api.data.Condition;
import org.kartoteka.platform.api.data.KeysetQuery;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.SortOrders;
import org.kartoteka.platform.api.data.SortType;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How contracts moved the balance; within a unit of work. */
@Component(service = MovementRows.class)
public final class MovementRows {

  private static final String COLUMNS =
      "m.*, c.number as contract_number, c.party_id, c.party_name, c.type_id, c.currency,"
          + " case when m.kind = 'LOST' then c.termination_reason end as reason";
  private static final String FROM =
      "contracts.movement m join contracts.contract c on c.id = m.contract_id";

  private static final SortOrders ORDERS =
      new SortOrders("m.contract_id * 10000 + m.place", "-day")
          .by("day", SortType.DATE, "m.day")
          .by("amount", SortType.NUMBER, "m.amount");

  private final UnitOfWork unitOfWork;
  private final PartyScope scope;

  @Activate
  public MovementRows(@Reference UnitOfWork unitOfWork, @Reference PartyScope scope) {
    this.unitOfWork = unitOfWork;
    this.scope = scope;
  }

  /** Writes the movements of a contract anew. */
  public void write(ContractId contract, List<Movement> movements) {
    Sql.of(unitOfWork, "delete from contracts.movement where contract_id = ?", contract).update();
    for (int i = 0; i < movements.size(); i++) {
      Movement movement = movements.get(i);
      Sql.of(
              unitOfWork,
              "insert into contracts.movement (contract_id, place, kind, day, package_type,"
                  + " salesperson_id, branch_id, number, amount, cost)"
                  + " values (?, ?, ?, ?, ?, ?::bigint, ?::bigint, ?, ?, ?)",
              contract,
              i,
              movement.kind(),
              movement.day(),
              movement.packageType(),
              movement.salesperson(),
              movement.branch(),
              movement.number(),
              movement.amount(),
              movement.cost())
          .update();
    }
  }

  public Page<MovementView> page(MovementQuery query, PageRequest request) {
    return new KeysetQuery(COLUMNS, FROM)
        .andIf(query.from(), "m.day >= ?")
        .andIf(query.to(), "m.day <= ?")
        .andIf(query.kind(), "m.kind = ?")
        .andIf(query.type(), "c.type_id = ?")
        .andIf(query.packageType(), "m.package_type = ?")
        .andIf(query.salesperson(), "m.salesperson_id = ?")
        .andIf(query.branch(), "m.branch_id = ?")
        .andIf(query.reason(), "m.kind = 'LOST' and c.termination_reason = ?")
        .andIf(query.currency(), "c.currency = ?")
        .and(reach())
        .page(unitOfWork, request, ORDERS, MovementRows::view);
  }

  /** What happened before a period and in it, told apart by a key. */
  public List<BalanceRow> balance(BalanceQuery query) {
    String key = key(query.by());
    Condition reach = reach();
    return new KeysetQuery(
            key + " as key, c.currency, " + SUMS,
            FROM + " cross join (select ?::date as first_day) p",
            List.of(query.from()))
        .and("m.day <= ?", query.to())
        .andIf(query.type(), "c.type_id = ?")
        .andIf(query.packageType(), "m.package_type = ?")
        .andIf(query.salesperson(), "m.salesperson_id = ?")
        .andIf(query.branch(), "m.branch_id = ?")
        .and(reach)
        .grouped("1, 2", "1, 2", MOST_ROWS)
        .all(unitOfWork, MovementRows::row);
  }

  private static final int MOST_ROWS = 5_000;

  /** Sums before the first day of the period and in it. */
  private static final String SUMS =
      "coalesce(sum(m.number) filter (where m.day < p.first_day), 0) as opening_number,"
          + " coalesce(sum(m.amount) filter (where m.day < p.first_day), 0) as opening_amount,"
          + " count(*) filter (where m.kind = 'GAINED' and m.day >= p.first_day) as gained_number,"
          + " coalesce(sum(m.amount) filter (where m.kind = 'GAINED' and m.day >= p.first_day), 0)"
          + " as gained_amount,"
          + " coalesce(sum(m.amount) filter (where m.kind = 'CHANGED' and m.amount > 0"
          + " and m.day >= p.first_day), 0) as raised,"
          + " coalesce(-sum(m.amount) filter (where m.kind = 'CHANGED' and m.amount < 0"
          + " and m.day >= p.first_day), 0) as lowered,"
          + " count(*) filter (where m.kind = 'LOST' and m.day >= p.first_day) as lost_number,"
          + " coalesce(-sum(m.amount) filter (where m.kind = 'LOST' and m.day >= p.first_day), 0)"
          + " as lost_amount,"
          + " sum(m.number) as closing_number, sum(m.amount) as closing_amount";

  private static String key(BalanceDimension by) {
    return switch (by) {
      case NOTHING -> "''";
      case MONTH -> "to_char(m.day, 'YYYY-MM')";
      case TYPE -> "c.type_id::text";
      case PACKAGE -> "coalesce(m.package_type, '')";
      case SALESPERSON -> "coalesce(m.salesperson_id::text, '')";
      case BRANCH -> "coalesce(m.branch_id::text, '')";
      case REASON -> "coalesce(case when m.kind = 'LOST' then c.termination_reason end, '')";
    };
  }

  private Condition reach() {
    return scope.condition(RecordAction.READ, "c.party_id");
  }

  private static BalanceRow row(ResultSet row) throws SQLException {
    return new BalanceRow(
        row.getString("key"),
        row.getString("currency"),
        row.getLong("opening_number"),
        row.getBigDecimal("opening_amount"),
        row.getLong("gained_number"),
        row.getBigDecimal("gained_amount"),
        row.getBigDecimal("raised"),
        row.getBigDecimal("lowered"),
        row.getLong("lost_number"),
        row.getBigDecimal("lost_amount"),
        row.getLong("closing_number"),
        row.getBigDecimal("closing_amount"));
  }

  private static MovementView view(ResultSet row) throws SQLException {
    return new MovementView(
        new ContractId(row.getLong("contract_id")),
        row.getString("contract_number"),
        Columns.id(row, "party_id", PartyId::new),
        row.getString("party_name"),
        Columns.word(row, "kind", MovementKind.class),
        Columns.day(row, "day"),
        new ContractTypeId(row.getLong("type_id")),
        row.getString("package_type"),
        Columns.id(row, "salesperson_id", UserId::new),
        Columns.id(row, "branch_id", BranchId::new),
        row.getString("currency"),
        row.getBigDecimal("amount"),
        row.getBigDecimal("cost"),
        row.getString("reason"));
  }
}
