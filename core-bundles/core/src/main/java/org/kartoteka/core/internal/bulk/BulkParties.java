package org.kartoteka.core.internal.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kartoteka.core.api.admission.AdmissionState;
import org.kartoteka.core.api.bulk.BulkOrder;
import org.kartoteka.core.api.bulk.BulkPreview;
import org.kartoteka.core.api.bulk.BulkVerb;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.internal.criteria.PartyConditions;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.data.SqlText;
import org.kartoteka.core.internal.domain.Json;
import org.kartoteka.core.internal.party.PartyAdmissions;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The parties that a bulk act means, and what would come of them. */
@Component(service = BulkParties.class)
public class BulkParties {

  private static final String LATEST =
      "(select a.state || case when a.again then '_AGAIN' else '' end from core.admission a"
          + " where a.party_id = p.id order by a.id desc limit 1)";

  private final UnitOfWork unitOfWork;
  private final PartyConditions conditions;
  private final PartyAdmissions admissions;
  private final PartyScopes scopes;
  private final OwnerShares shares;

  @Activate
  public BulkParties(
      @Reference UnitOfWork unitOfWork,
      @Reference PartyConditions conditions,
      @Reference PartyAdmissions admissions,
      @Reference PartyScopes scopes,
      @Reference OwnerShares shares) {
    this.unitOfWork = unitOfWork;
    this.conditions = conditions;
    this.admissions = admissions;
    this.scopes = scopes;
    this.shares = shares;
  }

  /** How many are meant. */
  long count(BulkOrder order) {
    return number(meant(new SqlText().add("select count(*) from core.party p where true"), order));
  }

  /** The next ones that are meant, by their ids. */
  List<PartyId> next(BulkOrder order, long after, int limit) {
    SqlText sql =
        meant(new SqlText().add("select p.id from core.party p where p.id > ?", after), order)
            .add("order by p.id limit ?", limit);
    return Sql.of(unitOfWork, sql.text(), sql.array()).list(row -> new PartyId(row.getLong(1)));
  }

  /** What would come of them. */
  BulkPreview preview(BulkOrder order) {
    long matching = count(order);
    List<BulkPreview.Refusal> refusals = new ArrayList<>();
    outOfReach(refusals, order, matching);
    if (!order.shares().isEmpty()) {
      return sharedOut(order, matching, refusals);
    }
    SqlText same = changeable(order);
    unchanged(same, order);
    long unchanged = number(same);
    if (order.verb() == BulkVerb.STATUS) {
      refusals(refusals, order);
    }
    long refused = refusals.stream().mapToLong(BulkPreview.Refusal::parties).sum();
    return new BulkPreview(matching, matching - unchanged - refused, unchanged, refused, refusals);
  }

  private BulkPreview sharedOut(
      BulkOrder order, long matching, List<BulkPreview.Refusal> refusals) {
    long refused = refusals.stream().mapToLong(BulkPreview.Refusal::parties).sum();
    List<BulkPreview.Portion> portions = new ArrayList<>();
    long changing = 0;
    List<SqlText> taking = shares.taking(order.shares());
    for (int share = 0; share < taking.size(); share++) {
      List<UserId> owners = order.shares().get(share).owners();
      long parties =
          number(
              changeable(order)
                  .add(taking.get(share))
                  .add("and (p.owner_id is null or p.owner_id <> all(?))", owners));
      changing += parties;
      portions.addAll(BulkPreview.Portion.evenly(parties, owners));
    }
    return new BulkPreview(
        matching, changing, matching - changing - refused, refused, refusals, portions);
  }

  private SqlText changeable(BulkOrder order) {
    return scopes.limit(
        meant(new SqlText().add("select count(*) from core.party p where true"), order),
        RecordAction.CHANGE);
  }

  private SqlText meant(SqlText sql, BulkOrder order) {
    scopes.limit(sql, RecordAction.READ);
    if (order.filter() == null) {
      sql.add("and p.id = any(?)", List.copyOf(order.parties()));
    } else {
      conditions.addAll(sql, order.filter());
    }
    return sql;
  }

  private static void unchanged(SqlText sql, BulkOrder order) {
    switch (order.verb()) {
      case TAG -> sql.add("and p.tags <> '{}' and p.tags @> ?", order.tags());
      case UNTAG -> sql.add("and not p.tags && ?", order.tags());
      case PUT -> sql.add("and " + inside(), order.register());
      case TAKE -> sql.add("and not " + inside(), order.register());
      case OWNER -> {
        if (order.owner() == null) {
          sql.add("and p.owner_id is null");
        } else {
          sql.add("and p.owner_id = ?", order.owner());
        }
      }
      case STATUS -> sql.add("and p.status = ?", order.status());
      case FIELD -> {
        if (order.value() == null) {
          sql.add("and (p.custom ->> ?::text) is null", order.field());
        } else {
          sql.add(
              "and p.custom <> '{}' and p.custom @> ?::jsonb",
              Json.write(Map.of(order.field(), order.value())));
        }
      }
      default -> throw new IllegalArgumentException(order.verb().name());
    }
  }

  private static String inside() {
    return "exists (select 1 from core.register_party r"
        + " where r.party_id = p.id and r.register_id = ?)";
  }

  private void outOfReach(List<BulkPreview.Refusal> refusals, BulkOrder order, long matching) {
    if (scopes.reachesAll(RecordAction.CHANGE)) {
      return;
    }
    SqlText sql = meant(new SqlText().add("select count(*) from core.party p where true"), order);
    long beyond = matching - number(scopes.limit(sql, RecordAction.CHANGE));
    if (beyond > 0) {
      refusals.add(new BulkPreview.Refusal("outsideScope", beyond));
    }
  }

  private void refusals(List<BulkPreview.Refusal> refusals, BulkOrder order) {
    if (order.status() != PartyStatus.BARRED) {
      refusal(
          refusals,
          order,
          "admissionRefused",
          "in ('REFUSED', '" + AdmissionState.PENDING + "_AGAIN')");
    }
    boolean needs = order.status() == PartyStatus.ACTIVE || order.status() == PartyStatus.PASSIVE;
    if (needs && admissions.required()) {
      refusal(refusals, order, "admissionPending", "= 'PENDING'");
    }
  }

  private void refusal(
      List<BulkPreview.Refusal> refusals, BulkOrder order, String code, String standing) {
    SqlText sql =
        meant(new SqlText().add("select count(*) from core.party p where true"), order)
            .add("and p.status <> ? and " + LATEST + " " + standing, order.status());
    long parties = number(scopes.limit(sql, RecordAction.CHANGE));
    if (parties > 0) {
      refusals.add(new BulkPreview.Refusal(code, parties));
    }
  }

  private long number(SqlText sql) {
    return Sql.of(unitOfWork, sql.text(), sql.array()).number();
  }
}
