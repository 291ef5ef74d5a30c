package org.kartoteka.core.internal.admission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.kartoteka.core.api.admission.AdmissionId;
import org.kartoteka.core.api.admission.AdmissionState;
import org.kartoteka.core.api.admission.AdmissionView;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.data.Keyset;
import org.kartoteka.core.internal.data.SqlText;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.data.Cursor;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The reviews as rows. */
@Component(service = AdmissionStore.class)
public class AdmissionStore {

  private static final String ROWS =
      "select a.*, p.name as party_name from core.admission a join core.party p on p.id ="
          + " a.party_id";

  private final UnitOfWork unitOfWork;
  private final PartyScopes scopes;

  @Activate
  public AdmissionStore(@Reference UnitOfWork unitOfWork, @Reference PartyScopes scopes) {
    this.unitOfWork = unitOfWork;
    this.scopes = scopes;
  }

  Page<AdmissionView> page(AdmissionState state, PageRequest request) {
    boolean oldestFirst = state == AdmissionState.PENDING;
    SqlText sql = new SqlText().add(ROWS + " where a.state = ?", state.name());
    scopes.limit(sql, RecordAction.READ);
    if (request.after() != null) {
      sql.add("and a.id " + (oldestFirst ? ">" : "<") + " ?", Keyset.of(request).id());
    }
    sql.add("order by a.id" + (oldestFirst ? "" : " desc") + " limit ?", request.limit() + 1);
    List<AdmissionView> rows =
        Sql.of(unitOfWork, sql.text(), sql.array()).list(AdmissionStore::view);
    boolean more = rows.size() > request.limit();
    List<AdmissionView> items = more ? rows.subList(0, request.limit()) : rows;
    return new Page<>(
        items, more ? Cursor.of(List.of("", items.get(items.size() - 1).id().value())) : null);
  }

  long pending(long atMost) {
    SqlText sql =
        new SqlText()
            .add("select count(*) from (select 1 from core.admission")
            .add("where state = 'PENDING'");
    scopes.limit(sql, RecordAction.READ, "party_id").add("limit ?) as counted", atMost);
    return Sql.of(unitOfWork, sql.text(), sql.array()).number();
  }

  Optional<AdmissionView> latest(PartyId party) {
    return Sql.of(unitOfWork, ROWS + " where a.party_id = ? order by a.id desc limit 1", party)
        .first(AdmissionStore::view);
  }

  Optional<AdmissionView> find(AdmissionId id) {
    SqlText sql = scopes.limit(new SqlText().add(ROWS + " where a.id = ?", id), RecordAction.READ);
    return Sql.of(unitOfWork, sql.text(), sql.array()).first(AdmissionStore::view);
  }

  void ask(PartyId party, boolean again, Act act, String question) {
    Sql.of(
            unitOfWork,
            "insert into core.admission (party_id, state, again, asked_at, asked_by, question)"
                + " values (?, 'PENDING', ?, ?, ?, ?)",
            party,
            again,
            act.at(),
            act.by(),
            question)
        .update();
  }

  void decide(PartyId party, AdmissionState state, Act act, String reason) {
    Sql.of(
            unitOfWork,
            "update core.admission set state = ?, decided_at = ?, decided_by = ?, reason = ?"
                + " where party_id = ? and state = 'PENDING'",
            state,
            act.at(),
            act.by(),
            reason,
            party)
        .update();
  }

  private static AdmissionView view(ResultSet row) throws SQLException {
    return new AdmissionView(
        new AdmissionId(row.getLong("id")),
        new PartyId(row.getLong("party_id")),
        row.getString("party_name"),
        AdmissionState.valueOf(row.getString("state")),
        row.getBoolean("again"),
        Sql.instant(row, "asked_at"),
        row.getString("asked_by"),
        row.getString("question"),
        Sql.instant(row, "decided_at"),
        row.getString("decided_by"),
        row.getString("reason"));
  }
}
