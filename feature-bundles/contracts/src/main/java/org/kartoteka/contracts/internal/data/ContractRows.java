package org.kartoteka.contracts.internal.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.kartoteka.contracts.ContractId;
import org.kartoteka.contracts.ContractQuery;
import org.kartoteka.contracts.ContractState;
import org.kartoteka.contracts.ContractSummary;
import org.kartoteka.contracts.ContractTypeId;
import org.kartoteka.contracts.internal.domain.Standing;
import org.kartoteka.contracts.internal.domain.Validity;
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

/** Reads lists of contracts; within a unit of work. */
@Component(service = ContractRows.class)
public final class ContractRows {

  private static final String COLUMNS =
      "c.*, t.name as type_name,"
          + " case when c.signed_on is null or c.starts_on > d.today then c.monthly_amount"
          + " else coalesce(b.amount, 0) end as amount_now,"
          + " case when c.signed_on is null or c.starts_on > d.today then c.monthly_cost"
          + " else coalesce(b.cost, 0) end as cost_now";
  private static final String FROM =
      "contracts.contract c join contracts.contract_type t on t.id = c.type_id"
          + " cross join (select ?::date as today) d"
          + " left join lateral (select sum(m.amount) as amount, sum(m.cost) as cost"
          + " from contracts.movement m where m.contract_id = c.id"
          + " and m.day + case when m.kind = 'LOST' then 1 else 0 end <= d.today) b on true";

  private static final SortOrders ORDERS =
      new SortOrders("c.id", "-changedAt")
          .by("number", SortType.TEXT, "c.number")
          .by("partyName", SortType.TEXT, "c.party_name")
          .by("signedOn", SortType.DATE, "coalesce(c.signed_on, '9999-12-31')")
          .by("startsOn", SortType.DATE, "c.starts_on")
          .by("endsOn", SortType.DATE, "coalesce(c.ends_on, '9999-12-31')")
          .by("decideBy", SortType.DATE, "coalesce(c.decide_by, '9999-12-31')")
          .by("monthlyAmount", SortType.NUMBER, "c.monthly_amount")
          .by("changedAt", SortType.TIME, "c.changed_at");

  private final UnitOfWork unitOfWork;
  private final PartyScope scope;

  @Activate
  public ContractRows(@Reference UnitOfWork unitOfWork, @Reference PartyScope scope) {
    this.unitOfWork = unitOfWork;
    this.scope = scope;
  }

  /** A page of contracts as they stand on the day. */
  public Page<ContractSummary> page(ContractQuery query, LocalDate today, PageRequest request) {
    return list(query, today).page(unitOfWork, request, ORDERS, row -> summary(row, today));
  }

  /** A page of contracts whose parties may be exported. */
  public Page<ContractId> toExport(ContractQuery query, LocalDate today, PageRequest request) {
    return list(query, today)
        .and(scope.condition(RecordAction.EXPORT, "c.party_id"))
        .page(unitOfWork, request, ORDERS, row -> new ContractId(row.getLong("id")));
  }

  /** Those of the contracts whose parties may be exported. */
  public List<ContractId> toExport(List<ContractId> ids) {
    Condition read = scope.condition(RecordAction.READ, "c.party_id");
    Condition export = scope.condition(RecordAction.EXPORT, "c.party_id");
    return new KeysetQuery("c.id", "contracts.contract c", List.of())
        .and("c.id = any(?)", ids)
        .and(read)
        .and(export)
        .all(unitOfWork, row -> new ContractId(row.getLong("id")));
  }

  public long count(ContractQuery query, LocalDate today, long atMost) {
    return list(query, today).count(unitOfWork, atMost);
  }

  /** Whether another contract has the number, without regard to case. */
  public boolean isTaken(String number, ContractId other) {
    return Sql.of(
                unitOfWork,
                "select count(*) from contracts.contract where lower(number) = lower(?)"
                    + " and id is distinct from ?::bigint",
                number,
                other)
            .number()
        > 0;
  }

  /** Contracts that are to be renewed on the day, in the order of their ids. */
  public List<ContractId> toRenew(LocalDate today, int atMost) {
    return Sql.of(
            unitOfWork,
            "select id from contracts.contract where renews_on <= ? order by renews_on, id limit ?",
            today,
            atMost)
        .list(row -> new ContractId(row.getLong(1)));
  }

  /** The contracts of a party that show another name than the one it has. */
  public List<ContractId> calledOtherwise(PartyId party, String name) {
    return Sql.of(
            unitOfWork,
            "select id from contracts.contract where party_id = ? and party_name <> ? order by id",
            party,
            name)
        .list(row -> new ContractId(row.getLong(1)));
  }

  private KeysetQuery list(ContractQuery query, LocalDate today) {
    Condition reach = scope.condition(RecordAction.READ, "c.party_id");
    KeysetQuery list =
        new KeysetQuery(COLUMNS, FROM, List.of(today))
            .andWords("c.search_text", query.text())
            .andIf(query.party(), "c.party_id = ?")
            .andIf(query.type(), "c.type_id = ?")
            .andIf(query.salesperson(), "c.salesperson_id = ?")
            .andIf(query.branch(), "c.branch_id = ?")
            .andIf(query.responsible(), "c.responsible_id = ?")
            .andIf(query.packageType(), "c.package_type = ?")
            .andIf(query.signedFrom(), "c.signed_on >= ?")
            .andIf(query.signedTo(), "c.signed_on <= ?")
            .and(reach);
    if (query.endsWithinDays() != null) {
      list.and("c.decide_by between ? and ?", today, today.plusDays(query.endsWithinDays()));
    }
    return query.state() == null ? list : in(query.state(), list, today);
  }

  /** As {@link Standing} has it. */
  private static KeysetQuery in(ContractState state, KeysetQuery list, LocalDate today) {
    return switch (state) {
      case DRAFT -> list.and("c.signed_on is null");
      case TERMINATED -> list.and("c.terminated_on is not null and c.ends_on < ?", today);
      case UNDER_NOTICE -> list.and("c.terminated_on is not null and c.ends_on >= ?", today);
      case EXPIRED -> open(list).and("c.ends_on < ? and c.renewal_months is null", today);
      case UPCOMING -> open(list).and("c.starts_on > ?", today).and(GOES_ON, today);
      case ACTIVE -> open(list).and("c.starts_on <= ?", today).and(GOES_ON, today);
    };
  }

  private static final String GOES_ON =
      "(c.ends_on is null or c.renewal_months is not null or c.ends_on >= ?)";

  private static KeysetQuery open(KeysetQuery list) {
    return list.and("c.signed_on is not null and c.terminated_on is null");
  }

  private static ContractSummary summary(ResultSet row, LocalDate today) throws SQLException {
    Validity validity =
        new Validity(
            Columns.day(row, "starts_on"),
            Columns.day(row, "ends_on"),
            Columns.integer(row, "notice_months"),
            Columns.integer(row, "renewal_months"));
    LocalDate signedOn = Columns.day(row, "signed_on");
    boolean terminated = Columns.day(row, "terminated_on") != null;
    return new ContractSummary(
        new ContractId(row.getLong("id")),
        row.getLong("revision"),
        row.getString("number"),
        Columns.id(row, "party_id", PartyId::new),
        row.getString("party_name"),
        new ContractTypeId(row.getLong("type_id")),
        row.getString("type_name"),
        row.getString("subject"),
        Standing.of(validity, signedOn != null, terminated, today),
        signedOn,
        validity.startsOn(),
        validity.endsOn(),
        Columns.day(row, "decide_by"),
        validity.renewsItself() && !terminated,
        row.getString("currency"),
        row.getString("package_type"),
        Columns.id(row, "salesperson_id", UserId::new),
        Columns.id(row, "branch_id", BranchId::new),
        Columns.id(row, "responsible_id", UserId::new),
        row.getBigDecimal("amount_now"),
        row.getBigDecimal("cost_now"),
        Sql.instant(row, "changed_at"));
  }
}
