package org.kartoteka.commissions.internal.calculation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.kartoteka.commissions.AccrualState;
import org.kartoteka.commissions.internal.data.BulkInsert;
import org.kartoteka.commissions.internal.data.Json;
import org.kartoteka.commissions.internal.domain.Beneficiary;
import org.kartoteka.commissions.internal.domain.Entry;
import org.kartoteka.commissions.internal.domain.Movement;
import org.kartoteka.core.api.trade.DocumentRef;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;

/** Writes what a batch made: deals, movements, who earns, the ledger; table by table. */
final class Writing {

  private final UnitOfWork unitOfWork;
  private final Json json;
  private final Numbers ledgerNumbers;
  private final BulkInsert creditNotes =
      new BulkInsert("credit_note", "source text", "key text", "deal_id bigint");
  private final BulkInsert ledger =
      new BulkInsert(
          "ledger",
          "id bigint",
          "event_id bigint",
          "deal_id bigint",
          "beneficiary_id bigint",
          "rule text",
          "rule_name text",
          "person_id bigint",
          "version_id bigint",
          "earned_on date",
          "currency text",
          "base numeric",
          "amount numeric",
          "steps text",
          "occurred_at timestamptz");
  private final BulkInsert accruals =
      new BulkInsert(
          "accrual",
          "id bigint",
          "person_id bigint",
          "party_id bigint",
          "currency text",
          "earned_on date",
          "amount numeric",
          "state text");

  /** Rows of claims that may have been decided on before. */
  private final List<Long> known = new ArrayList<>();

  Writing(UnitOfWork unitOfWork, Json json) {
    this.unitOfWork = unitOfWork;
    this.json = json;
    this.ledgerNumbers = new Numbers(unitOfWork, "ledger_seq");
  }

  void creditNote(DocumentRef document, DealFile invoice) {
    creditNotes.add(document.source(), document.key(), invoice.id);
  }

  void entries(DealFile file, Movement movement, Instant occurredAt, List<Entry> entries) {
    for (Entry entry : entries) {
      long id = ledgerNumbers.next();
      ledger.add(
          id,
          movement.event(),
          file.id,
          entry.beneficiary().id(),
          entry.rule().key(),
          entry.rule().name(),
          entry.beneficiary().person().value(),
          entry.version().id().value(),
          movement.on(),
          file.deal().currency().getCurrencyCode(),
          entry.base().toPlainString(),
          entry.amount().toPlainString(),
          json.write(entry.steps()),
          occurredAt);
      if (entry.amount().signum() == 0) {
        continue;
      }
      if (file.newBeneficiaries.contains(entry.beneficiary())) {
        accruals.add(
            id,
            entry.beneficiary().person().value(),
            file.party == null ? null : file.party.value(),
            file.deal().currency().getCurrencyCode(),
            movement.on(),
            entry.amount().toPlainString(),
            AccrualState.CALCULATED);
      } else {
        known.add(id);
      }
    }
  }

  void write(Collection<DealFile> files, Customers customers, StoredTotals totals) {
    deals(files);
    creditNotes.write(unitOfWork);
    contracts(files);
    movements(files);
    beneficiaries(files);
    ledger.write(unitOfWork);
    accruals.write(unitOfWork);
    knownAccruals();
    customers.write();
    totals.write();
  }

  private void deals(Collection<DealFile> files) {
    BulkInsert insert =
        new BulkInsert(
            "deal",
            "id bigint",
            "kind text",
            "source text",
            "key text",
            "number text",
            "party_id bigint",
            "salesperson_id bigint",
            "dated date",
            "currency text",
            "of_customer int",
            "contract_type text",
            "starts_on date",
            "ended_on date",
            "invoices int");
    for (DealFile file : files) {
      if (file.isNew || file.changed) {
        insert.add(
            file.id,
            file.kind(),
            file.document.source(),
            file.document.key(),
            file.number,
            file.party == null ? null : file.party.value(),
            file.salesperson == null ? null : file.salesperson.value(),
            file.deal().date(),
            file.deal().currency().getCurrencyCode(),
            file.deal().ofCustomer(),
            file.contractType,
            file.startsOn,
            file.endedOn,
            file.invoices);
      }
    }
    insert.write(
        unitOfWork,
        "on conflict (id) do update set number = excluded.number, party_id = excluded.party_id,"
            + " salesperson_id = excluded.salesperson_id, dated = excluded.dated,"
            + " currency = excluded.currency, of_customer = excluded.of_customer,"
            + " contract_type = excluded.contract_type, starts_on = excluded.starts_on,"
            + " ended_on = excluded.ended_on, invoices = excluded.invoices");
  }

  private void contracts(Collection<DealFile> files) {
    BulkInsert insert = new BulkInsert("deal_contract", "contract_id bigint", "deal_id bigint");
    files.forEach(file -> file.contracts.forEach(contract -> insert.add(contract.id, file.id)));
    insert.write(unitOfWork);
  }

  private void movements(Collection<DealFile> files) {
    BulkInsert insert =
        new BulkInsert(
            "movement",
            "deal_id bigint",
            "event_id bigint",
            "kind text",
            "on_day date",
            "amount numeric",
            "detail text");
    for (DealFile file : files) {
      for (Movement movement : file.newMovements) {
        insert.add(
            file.id,
            movement.event(),
            movement.kind(),
            movement.on(),
            movement.amount() == null ? null : movement.amount().toPlainString(),
            movement.kind() == Movement.Kind.PAID
                ? null
                : json.write(
                    new MovementDetail(movement.lines(), movement.contracts(), movement.annex())));
      }
    }
    insert.write(unitOfWork);
  }

  private void beneficiaries(Collection<DealFile> files) {
    BulkInsert insert =
        new BulkInsert(
            "beneficiary",
            "id bigint",
            "deal_id bigint",
            "person_id bigint",
            "version_id bigint",
            "share numeric",
            "seller_id bigint",
            "takes_rest boolean");
    for (DealFile file : files) {
      for (Beneficiary one : file.newBeneficiaries) {
        insert.add(
            one.id(),
            file.id,
            one.person().value(),
            one.version().value(),
            one.share().toPlainString(),
            one.seller(),
            one.takesRest());
      }
    }
    insert.write(unitOfWork);
  }

  /**
   * Amounts wait for a decision, but for those of claims that were refused as a whole: what was
   * never granted is not taken back either.
   */
  private void knownAccruals() {
    if (known.isEmpty()) {
      return;
    }
    Sql.of(
            unitOfWork,
            """
            with due as (
                 select l.*, d.party_id, coalesce(r.refused, false) as refused, r.reason
                   from commissions.ledger l
                   join commissions.deal d on d.id = l.deal_id
                   left join lateral (
                        select bool_and(a.state = 'REFUSED') as refused,
                               (array_agg(n.reason order by n.id desc))[1] as reason
                          from commissions.ledger o
                          join commissions.accrual a on a.id = o.id
                          left join commissions.decision n on n.accrual_id = a.id
                         where o.beneficiary_id = l.beneficiary_id and o.rule = l.rule) r on true
                  where l.id = any(?)),
                 made as (
                 insert into commissions.accrual
                        (id, person_id, party_id, currency, earned_on, amount, state)
                 select id, person_id, party_id, currency, earned_on, amount,
                        case when refused then 'REFUSED' else 'CALCULATED' end
                   from due)
            insert into commissions.decision (accrual_id, party_id, state, reason, decided_at)
            select id, party_id, 'REFUSED', reason, occurred_at from due where refused order by id
            """,
            known)
        .update();
  }
}
