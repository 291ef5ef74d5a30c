package org.kartoteka.core.internal.criteria;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartyScope;
import org.kartoteka.core.api.party.RegisterId;
import org.kartoteka.core.internal.data.SqlText;
import org.kartoteka.platform.api.data.Condition;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.platform.api.security.RecordScope;
import org.kartoteka.platform.api.security.RecordScopes;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Turns the circle of records of the current user into conditions on parties: the only place that
 * does. Statements of a user who reaches everything stay as they are.
 */
@Component(service = {PartyScope.class, PartyScopes.class})
public class PartyScopes implements PartyScope {

  private static final String EXISTS =
      "select q.id from core.party q join core.party p on p.id = coalesce(q.merged_into, q.id)"
          + " where q.id = any(?)";

  /** With more owners the rows of all parties come sooner. */
  private static final int MOST_MERGED = 100;

  private final UnitOfWork unitOfWork;
  private final RecordScopes scopes;
  private final CurrentUser user;
  private final PartyConditions conditions;

  @Activate
  public PartyScopes(
      @Reference UnitOfWork unitOfWork,
      @Reference RecordScopes scopes,
      @Reference CurrentUser user,
      @Reference PartyConditions conditions) {
    this.unitOfWork = unitOfWork;
    this.scopes = scopes;
    this.user = user;
    this.conditions = conditions;
  }

  /** Whether the action reaches all parties. */
  public boolean reachesAll(RecordAction action) {
    return circles(action).isEmpty();
  }

  /** Adds the condition, begun with {@code and}, that the row known as {@code p} is in reach. */
  public SqlText limit(SqlText sql, RecordAction action) {
    for (RecordScope circle : circles(action)) {
      sql.plannedForItsArguments().add("and (").add(inside(circle)).add(")");
    }
    return sql;
  }

  /**
   * Adds the condition, begun with {@code and}, that the party with the id in the column is in
   * reach.
   */
  public SqlText limit(SqlText sql, RecordAction action, String column) {
    Condition condition = condition(action, column);
    return condition.isAll()
        ? sql
        : sql.plannedForItsArguments().add("and " + condition.sql(), condition.array());
  }

  /**
   * Adds the condition, begun with {@code and}, that the person known as {@code p} is in reach: it
   * follows its party, whose owner it has beside it.
   */
  public SqlText limitPersons(SqlText sql, RecordAction action) {
    return isByOwners(action) ? limit(sql, action) : limit(sql, action, "p.party_id");
  }

  /**
   * Adds the condition, begun with {@code and}, that the person with the id in the column is in
   * reach.
   */
  public SqlText limitPersons(SqlText sql, RecordAction action, String column) {
    return reachesAll(action)
        ? sql
        : limitPersons(
                sql.add("and " + column + " in (select p.id from core.person p where true"), action)
            .add(")");
  }

  /** Whether owners alone decide what is in reach: an index has the rows of each by name. */
  public boolean isByOwners(RecordAction action) {
    return circles(action).stream().allMatch(circle -> circle.registers().isEmpty());
  }

  /**
   * Those whose rows must be read one owner after the other and merged, for an index has the rows
   * of one owner in order only; empty when the rows are read in order as they are.
   */
  public Collection<UserId> toMerge(RecordAction action) {
    List<RecordScope> circles = circles(action);
    if (circles.size() != 1 || !isByOwners(action)) {
      return List.of();
    }
    Set<UserId> owners = circles.get(0).owners();
    return owners.size() > 1 && owners.size() <= MOST_MERGED ? owners : List.of();
  }

  @Override
  public Condition condition(RecordAction action, String column) {
    if (reachesAll(action)) {
      return new Condition("", List.of());
    }
    SqlText sql = new SqlText().add(column + " in (select p.id from core.party p where true");
    limit(sql, action).add(")");
    return new Condition(sql.bare(), sql.arguments());
  }

  @Override
  public boolean covers(PartyId party, RecordAction action) {
    return !covered(List.of(party), action).isEmpty();
  }

  @Override
  public Set<PartyId> covered(Collection<PartyId> parties, RecordAction action) {
    if (parties.isEmpty()) {
      return Set.of();
    }
    return unitOfWork.read(
        () -> {
          SqlText sql = limit(new SqlText().add(EXISTS, Set.copyOf(parties)), action);
          return Sql.of(unitOfWork, sql.text(), sql.array())
              .list(row -> new PartyId(row.getLong(1)))
              .stream()
              .collect(Collectors.toSet());
        });
  }

  /** Those of the parties that are in reach; all of them, there or not, when the action is free. */
  public Collection<PartyId> within(Collection<PartyId> parties, RecordAction action) {
    return reachesAll(action) ? parties : covered(parties, action);
  }

  /** Whether the party, which is there, is in reach. */
  public boolean reaches(PartyId party, RecordAction action) {
    return reachesAll(action) || covers(party, action);
  }

  @Override
  public void require(PartyId party, RecordAction action) {
    if (!covers(party, RecordAction.READ)) {
      throw new NotFound(PartyRegister.TYPE, party.value());
    }
    requireBeyondReading(party, action);
  }

  /** As {@link #require} for a party that is there. */
  public void requireReach(PartyId party, RecordAction action) {
    if (!reaches(party, RecordAction.READ)) {
      throw new NotFound(PartyRegister.TYPE, party.value());
    }
    requireBeyondReading(party, action);
  }

  private void requireBeyondReading(PartyId party, RecordAction action) {
    if (action != RecordAction.READ && !reaches(party, action)) {
      throw Forbidden.because("problem.outside-scope." + action.name());
    }
  }

  /**
   * Whose bulk acts, imports and exports the user may see: those who do not reach all parties see
   * their own only, for they tell of many parties at once; empty for all.
   */
  public Optional<String> onlyDoingsOf() {
    return reachesAll(RecordAction.READ) ? Optional.empty() : Optional.of(user.require().name());
  }

  /** Whose a new party is: the user's own when he would else not be able to work with it. */
  public UserId ownerOfNew(UserId wanted) {
    RecordScope circle = scopes.of(RecordAction.CHANGE);
    if (wanted == null && !circle.all()) {
      UserId self = user.require().id();
      return circle.owners().contains(self) ? self : null;
    }
    return wanted;
  }

  /**
   * Lets nobody put a party out of his own reach by its owner.
   *
   * @param party null for a new one, which is in no register yet
   */
  public void requireOwner(PartyId party, UserId owner) {
    boolean outside =
        circles(RecordAction.CHANGE).stream()
            .anyMatch(
                circle ->
                    (owner == null || !circle.owners().contains(owner))
                        && !isInRegisters(party, circle.registers()));
    if (outside) {
      throw new InvalidInput(FieldError.of("ownerId", "outsideScope"));
    }
  }

  private boolean isInRegisters(PartyId party, Set<Long> registers) {
    if (party == null || registers.isEmpty()) {
      return false;
    }
    SqlText sql =
        new SqlText()
            .add("select count(*) from core.party p where p.id = ? and (", party)
            .add(inside(RecordScope.inRegisters(registers)))
            .add(")");
    return Sql.of(unitOfWork, sql.text(), sql.array()).number() > 0;
  }

  /** The circles that a party must be in, each of which is not all. */
  private List<RecordScope> circles(RecordAction action) {
    RecordScope read = scopes.of(RecordAction.READ);
    RecordScope wanted = action == RecordAction.READ ? read : scopes.of(action);
    List<RecordScope> circles = new ArrayList<>();
    if (!read.all()) {
      circles.add(read);
    }
    if (!wanted.all() && !wanted.equals(read)) {
      circles.add(wanted);
    }
    return circles;
  }

  private SqlText inside(RecordScope circle) {
    if (circle.isNone()) {
      return new SqlText().add("false");
    }
    SqlText sql = new SqlText();
    String or = "";
    if (circle.owners().size() == 1) {
      sql.add("p.owner_id = ?", circle.owners().iterator().next());
      or = "or ";
    } else if (!circle.owners().isEmpty()) {
      sql.add("p.owner_id = any(?)", circle.owners());
      or = "or ";
    }
    for (long register : circle.registers().stream().sorted().toList()) {
      sql.add(or).add(inside(new RegisterId(register)));
      or = "or ";
    }
    return sql;
  }

  /** A rule may ask for a custom field that is gone by now: nobody fits it then. */
  private SqlText inside(RegisterId register) {
    try {
      return conditions.inside(register);
    } catch (InvalidInput outdated) {
      return new SqlText().add("false");
    }
  }
}
