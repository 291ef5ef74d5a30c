package org.kartoteka.security.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.platform.api.security.RecordScope;
import org.kartoteka.platform.api.security.RecordScopes;
import org.kartoteka.platform.api.security.ScopeGrant;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The circles of users, remembered until something they depend on changes. */
@Component(
    service = {RecordScopes.class, RecordScopesService.class},
    reference =
        @Reference(
            name = "schema",
            service = DataSource.class,
            target = "(kartoteka.schema=security)"))
public final class RecordScopesService implements RecordScopes {

  /** A change is known at once where it is made; this bounds what another node believes. */
  private static final Duration BELIEVED = Duration.ofSeconds(30);

  private static final String BRANCH =
      """
      with recursive below (id) as (
        select branch_id from security.app_user where id = ? and branch_id is not null
        union
        select b.id from security.branch b join below on b.parent_id = below.id)
      select u.id from security.app_user u join below on below.id = u.branch_id
      """;

  private static final String PEOPLE =
      """
      with recursive below (id) as (
        select ?::bigint
        union
        select b.id from security.branch b join below on b.parent_id = below.id)
      select u.id from security.app_user u join below on below.id = u.branch_id
      """;

  private record Known(Map<RecordAction, RecordScope> scopes, Instant end) {}

  private final UnitOfWork unitOfWork;
  private final CurrentUser currentUser;
  private final Clock clock;
  private final RoleTable roles;
  private final DeputyTable deputies;
  private final Map<UserId, Known> known = new ConcurrentHashMap<>();
  private final AtomicInteger forgotten = new AtomicInteger();

  @Activate
  public RecordScopesService(
      @Reference UnitOfWork unitOfWork,
      @Reference CurrentUser currentUser,
      @Reference Clock clock) {
    this.unitOfWork = unitOfWork;
    this.currentUser = currentUser;
    this.clock = clock;
    this.roles = new RoleTable(unitOfWork);
    this.deputies = new DeputyTable(unitOfWork);
  }

  @Override
  public RecordScope of(RecordAction action) {
    User user = currentUser.require();
    if (user.may(User.ALL)) {
      return RecordScope.ALL;
    }
    return user.id() == null ? RecordScope.NONE : scopes(user.id()).get(action);
  }

  private Map<RecordAction, RecordScope> scopes(UserId user) {
    Instant now = clock.instant();
    Known found = known.get(user);
    if (found != null && now.isBefore(found.end())) {
      return found.scopes();
    }
    int before = forgotten.get();
    Map<RecordAction, RecordScope> read = unitOfWork.read(() -> read(user));
    if (forgotten.get() == before) {
      known.put(user, new Known(read, believedUntil(now)));
    }
    return read;
  }

  /** What the actions of a user reach by now; in a unit of work. */
  Map<RecordAction, RecordScope> circles(UserId user) {
    return read(user);
  }

  /** The people of a branch and of those below it; in a unit of work. */
  Set<UserId> people(BranchId branch) {
    return users(PEOPLE, branch);
  }

  /** Deputyships begin and end at midnight. */
  private Instant believedUntil(Instant now) {
    Instant midnight =
        LocalDate.ofInstant(now, clock.getZone())
            .plusDays(1)
            .atStartOfDay(clock.getZone())
            .toInstant();
    Instant later = now.plus(BELIEVED);
    return midnight.isBefore(later) ? midnight : later;
  }

  private Map<RecordAction, RecordScope> read(UserId user) {
    Map<RecordAction, RecordScope> sum =
        ScopeSum.of(grants(user), Set.of(user), () -> branch(user));
    for (UserId absent : deputies.absentOf(user, LocalDate.now(clock))) {
      ScopeSum.standIn(sum, absent, grants(absent));
    }
    return sum;
  }

  private List<ScopeGrant> grants(UserId user) {
    return roles.scopes(roles.of(user));
  }

  private Set<UserId> branch(UserId user) {
    return users(BRANCH, user);
  }

  private Set<UserId> users(String sql, Object of) {
    return new HashSet<>(Sql.of(unitOfWork, sql, of).list(row -> new UserId(row.getLong(1))));
  }

  /** Something changed on which circles depend; what is being read now counts for its call only. */
  void forgetAll() {
    forgotten.incrementAndGet();
    known.clear();
  }
}
