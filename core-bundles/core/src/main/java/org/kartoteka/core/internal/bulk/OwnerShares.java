package org.kartoteka.core.internal.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kartoteka.core.api.bulk.BulkActId;
import org.kartoteka.core.api.bulk.BulkOrder;
import org.kartoteka.core.api.bulk.OwnerShare;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.internal.criteria.PartyConditions;
import org.kartoteka.core.internal.data.SqlText;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says to whom the parties of an act go that shares them out. */
@Component(service = OwnerShares.class)
public class OwnerShares {

  private final UnitOfWork unitOfWork;
  private final PartyConditions conditions;

  @Activate
  public OwnerShares(@Reference UnitOfWork unitOfWork, @Reference PartyConditions conditions) {
    this.unitOfWork = unitOfWork;
    this.conditions = conditions;
  }

  /** One share of an act: who gets the next party is who got the fewest so far. */
  static final class Turn {

    private final int share;
    private final List<UserId> owners;
    private final Map<UserId, Long> given;

    Turn(int share, List<UserId> owners, Map<UserId, Long> given) {
      this.share = share;
      this.owners = owners;
      this.given = given;
    }

    int share() {
      return share;
    }

    boolean isFor(UserId owner) {
      return owner != null && owners.contains(owner);
    }

    UserId next() {
      UserId next = owners.get(0);
      for (UserId owner : owners) {
        if (given(owner) < given(next)) {
          next = owner;
        }
      }
      return next;
    }

    void gave(UserId owner) {
      given.merge(owner, 1L, Long::sum);
    }

    private long given(UserId owner) {
      return given.getOrDefault(owner, 0L);
    }
  }

  /** The share that takes each of the parties; those that none takes are left out. */
  Map<PartyId, Turn> turns(BulkActId act, BulkOrder order, List<PartyId> parties) {
    Map<PartyId, Turn> turns = new HashMap<>();
    Set<PartyId> left = new HashSet<>(parties);
    for (int share : inOrder(order.shares())) {
      OwnerShare one = order.shares().get(share);
      Turn turn = new Turn(share, one.owners(), given(act, share));
      Set<PartyId> taken = one.register() == null ? Set.copyOf(left) : inside(one, left);
      taken.forEach(party -> turns.put(party, turn));
      left.removeAll(taken);
    }
    return turns;
  }

  /**
   * How many of the parties that a statement finds each share takes; the last is what none does.
   */
  List<SqlText> taking(List<OwnerShare> shares) {
    List<SqlText> conditionsOfShares =
        new ArrayList<>(shares.stream().map(s -> new SqlText()).toList());
    SqlText before = new SqlText();
    for (int share : inOrder(shares)) {
      OwnerShare one = shares.get(share);
      SqlText taken = new SqlText().add("and coalesce(");
      SqlText mine =
          one.register() == null ? new SqlText().add("true") : conditions.inside(one.register());
      taken.add(mine).add(", false)").add(before);
      conditionsOfShares.set(share, taken);
      before.add("and not coalesce(").add(mine).add(", false)");
    }
    return conditionsOfShares;
  }

  /** Shares of registers come before the one that takes the rest. */
  private static List<Integer> inOrder(List<OwnerShare> shares) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < shares.size(); i++) {
      if (shares.get(i).register() != null) {
        order.add(i);
      }
    }
    for (int i = 0; i < shares.size(); i++) {
      if (shares.get(i).register() == null) {
        order.add(i);
      }
    }
    return order;
  }

  private Set<PartyId> inside(OwnerShare share, Set<PartyId> parties) {
    SqlText sql =
        new SqlText()
            .add("select p.id from core.party p where p.id = any(?) and", parties)
            .add(conditions.inside(share.register()));
    return Set.copyOf(
        Sql.of(unitOfWork, sql.text(), sql.array()).list(row -> new PartyId(row.getLong(1))));
  }

  private Map<UserId, Long> given(BulkActId act, int share) {
    Map<UserId, Long> given = new HashMap<>();
    Sql.of(
            unitOfWork,
            """
            select (before ->> 'to')::bigint, count(*) from core.bulk_act_party
             where act_id = ? and changed and (before ->> 'share')::int = ? group by 1
            """,
            act,
            share)
        .list(row -> given.put(new UserId(row.getLong(1)), row.getLong(2)));
    return given;
  }
}
