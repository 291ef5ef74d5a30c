package org.kartoteka.contracts.internal.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.kartoteka.contracts.AnnexId;
import org.kartoteka.contracts.ContractId;
import org.kartoteka.contracts.OriginalId;
import org.kartoteka.contracts.OriginalQuery;
import org.kartoteka.contracts.OriginalView;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyScope;
import org.kartoteka.platform.api.data.Columns;
import org.kartoteka.platform.api.data.Condition;
import org.kartoteka.platform.api.data.KeysetQuery;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.SortOrders;
import org.kartoteka.platform.api.data.SortType;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads where signed papers are; within a unit of work. */
@Component(service = OriginalRows.class)
public final class OriginalRows {

  private static final String COLUMNS = "o.*, c.party_id, c.party_name, c.responsible_id";
  private static final String FROM =
      "contracts.original o join contracts.contract c on c.id = o.contract_id";

  private static final SortOrders ORDERS =
      new SortOrders("o.id", "signedOn")
          .by("signedOn", SortType.DATE, "o.signed_on")
          .by("askedOn", SortType.DATE, "coalesce(o.asked_on, '0001-01-01')");

  private final UnitOfWork unitOfWork;
  private final PartyScope scope;

  @Activate
  public OriginalRows(@Reference UnitOfWork unitOfWork, @Reference PartyScope scope) {
    this.unitOfWork = unitOfWork;
    this.scope = scope;
  }

  public Optional<OriginalView> find(OriginalId id) {
    return reached().and("o.id = ?", id).all(unitOfWork, OriginalRows::view).stream().findFirst();
  }

  public Page<OriginalView> page(OriginalQuery query, PageRequest request) {
    return list(query).page(unitOfWork, request, ORDERS, OriginalRows::view);
  }

  public long count(OriginalQuery query, long atMost) {
    return list(query).count(unitOfWork, atMost);
  }

  private KeysetQuery list(OriginalQuery query) {
    KeysetQuery list =
        reached()
            .andIf(query.contract(), "o.contract_id = ?")
            .andIf(query.responsible(), "c.responsible_id = ?");
    if (query.missing()) {
      list.and("o.received_on is null");
    }
    return query.unasked() ? list.and("o.asked_on is null") : list;
  }

  private KeysetQuery reached() {
    Condition reach = scope.condition(RecordAction.READ, "c.party_id");
    return new KeysetQuery(COLUMNS, FROM).and(reach);
  }

  private static OriginalView view(ResultSet row) throws SQLException {
    return new OriginalView(
        new OriginalId(row.getLong("id")),
        row.getLong("revision"),
        new ContractId(row.getLong("contract_id")),
        Columns.id(row, "annex_id", AnnexId::new),
        row.getString("title"),
        Columns.id(row, "party_id", PartyId::new),
        row.getString("party_name"),
        Columns.id(row, "responsible_id", UserId::new),
        Columns.day(row, "signed_on"),
        row.getString("holder"),
        Columns.day(row, "asked_on"),
        row.getString("asked_by"),
        Columns.day(row, "received_on"),
        row.getString("place"));
  }
}
