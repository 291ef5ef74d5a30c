package org.kartoteka.commissions.internal.calculation;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.kartoteka.commissions.internal.data.BulkInsert;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;

/** How many contracts and invoices the customers of a batch have; merged parties count as one. */
final class Customers {

  private final UnitOfWork unitOfWork;
  private final Map<PartyId, PartyId> survivors = new HashMap<>();
  private final Map<PartyId, Counted> counts = new HashMap<>();

  private static final class Counted {
    int contracts;
    int invoices;
    boolean changed;
  }

  Customers(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  void fetch(Collection<PartyId> parties) {
    Sql.of(
            unitOfWork,
            "select merged, survivor from commissions.moved_party where merged = any(?)",
            parties)
        .list(
            row ->
                survivors.put(
                    new PartyId(row.getLong("merged")), new PartyId(row.getLong("survivor"))));
    TreeSet<Long> wanted = new TreeSet<>();
    parties.forEach(party -> wanted.add(survivor(party).value()));
    Sql.of(
            unitOfWork,
            "select * from commissions.customer where party_id = any(?) order by party_id for update",
            wanted)
        .list(
            row -> {
              Counted counted = counted(new PartyId(row.getLong("party_id")));
              counted.contracts = row.getInt("contracts");
              counted.invoices = row.getInt("invoices");
              return counted;
            });
  }

  PartyId survivor(PartyId party) {
    return survivors.getOrDefault(party, party);
  }

  int nextContract(PartyId party) {
    Counted counted = counted(party);
    counted.changed = true;
    return ++counted.contracts;
  }

  int nextInvoice(PartyId party) {
    Counted counted = counted(party);
    counted.changed = true;
    return ++counted.invoices;
  }

  void write() {
    BulkInsert insert =
        new BulkInsert("customer", "party_id bigint", "contracts int", "invoices int");
    counts.forEach(
        (party, counted) -> {
          if (counted.changed) {
            insert.add(party.value(), counted.contracts, counted.invoices);
          }
        });
    insert.write(
        unitOfWork,
        "on conflict (party_id) do update set contracts = excluded.contracts,"
            + " invoices = excluded.invoices");
  }

  private Counted counted(PartyId party) {
    return counts.computeIfAbsent(party, id -> new Counted());
  }
}
