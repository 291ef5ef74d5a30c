package org.kartoteka.competitors.internal.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.kartoteka.competitors.WatchView;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyNames;
import org.kartoteka.platform.api.data.Columns;
import org.kartoteka.platform.api.data.KeysetQuery;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.SortOrders;
import org.kartoteka.platform.api.data.SortType;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who watches which party; within a unit of work. */
@Component(service = WatchRows.class)
public final class WatchRows {

  private static final String COLUMNS =
      "w.party_id, w.since, exists (select 1 from competitors.competitor c"
          + " where c.party_id = w.party_id) as competitor";
  private static final String FROM = "competitors.watch w";
  private static final SortOrders ORDERS =
      new SortOrders("w.party_id", "-since").by("since", SortType.TIME, "w.since");

  private final UnitOfWork unitOfWork;
  private final PartyNames names;

  @Activate
  public WatchRows(@Reference UnitOfWork unitOfWork, @Reference PartyNames names) {
    this.unitOfWork = unitOfWork;
    this.names = names;
  }

  public void add(UserId user, PartyId party, Instant since) {
    Sql.of(
            unitOfWork,
            "insert into competitors.watch (user_id, party_id, since) values (?, ?, ?)"
                + " on conflict do nothing",
            user,
            party,
            since)
        .update();
  }

  public int remove(UserId user, PartyId party) {
    return Sql.of(
            unitOfWork,
            "delete from competitors.watch where user_id = ? and party_id = ?",
            user,
            party)
        .update();
  }

  public Optional<WatchView> find(UserId user, PartyId party) {
    return names
        .complete(of(user).and("w.party_id = ?", party).all(unitOfWork, WatchRows::view))
        .stream()
        .findFirst();
  }

  public Set<PartyId> among(UserId user, Collection<PartyId> parties) {
    return new HashSet<>(
        Sql.of(
                unitOfWork,
                "select party_id from competitors.watch where user_id = ?"
                    + " and party_id = any(?::bigint[])",
                user,
                parties)
            .list(row -> new PartyId(row.getLong(1))));
  }

  public Page<WatchView> page(UserId user, PageRequest request) {
    return names.complete(of(user).page(unitOfWork, request, ORDERS, WatchRows::view));
  }

  private static KeysetQuery of(UserId user) {
    return new KeysetQuery(COLUMNS, FROM).and("w.user_id = ?", user);
  }

  private static PartyNames.Unnamed<WatchView> view(ResultSet row) throws SQLException {
    PartyId party = Columns.id(row, "party_id", PartyId::new);
    boolean competitor = row.getBoolean("competitor");
    Instant since = Sql.instant(row, "since");
    return new PartyNames.Unnamed<>(party, name -> new WatchView(party, name, competitor, since));
  }
}
