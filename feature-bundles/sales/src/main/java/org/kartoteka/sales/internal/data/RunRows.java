package org.kartoteka.sales.internal.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyNames;
import org.kartoteka.core.api.party.PartyScope;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.data.Columns;
import org.kartoteka.platform.api.data.Condition;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.sales.RunId;
import org.kartoteka.sales.RunOrder;
import org.kartoteka.sales.RunState;
import org.kartoteka.sales.RunView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs of recurring invoices and how far they are; within a unit of work. */
@Component(service = RunRows.class)
public final class RunRows {

  private static final int PROBLEMS_SHOWN = 500;
  private static final String VIEWS =
      "select r.*, (select count(*) from sales.run_problem p where p.run_id = r.id) as left_out"
          + " from sales.run r";

  private final UnitOfWork unitOfWork;
  private final PartyNames names;
  private final PartyScope scope;

  @Activate
  public RunRows(
      @Reference UnitOfWork unitOfWork, @Reference PartyNames names, @Reference PartyScope scope) {
    this.unitOfWork = unitOfWork;
    this.names = names;
    this.scope = scope;
  }

  /** A run at work: behind which party it goes on. */
  public record AtWork(RunId id, LocalDate day, boolean posting, long lastParty) {}

  public RunId insert(RunOrder order, long parties, Act act) {
    return new RunId(
        Sql.of(
                unitOfWork,
                """
                insert into sales.run (day, posting, state, parties, done, last_party, documents,
                    lines, started_at, started_by)
                values (?, ?, 'RUNNING', ?, 0, 0, 0, 0, ?, ?) returning id
                """,
                order.day(),
                order.posting(),
                parties,
                act.at(),
                act.by())
            .number());
  }

  /** The run that is at work, held. */
  public Optional<AtWork> lockAtWork() {
    return Sql.of(unitOfWork, "select * from sales.run where state = 'RUNNING' for update")
        .first(
            row ->
                new AtWork(
                    new RunId(row.getLong("id")),
                    Columns.day(row, "day"),
                    row.getBoolean("posting"),
                    row.getLong("last_party")));
  }

  public boolean isAnyAtWork() {
    return Sql.of(unitOfWork, "select count(*) from sales.run where state = 'RUNNING'").number()
        > 0;
  }

  /** Whether one is at work for the day or an earlier one. */
  public boolean isAtWorkUntil(LocalDate day) {
    return Sql.of(
                unitOfWork,
                "select count(*) from sales.run where state = 'RUNNING' and day <= ?",
                day)
            .number()
        > 0;
  }

  /** Whether a run was started for the day or a later one. */
  public boolean wasStartedFor(LocalDate day) {
    return Sql.of(unitOfWork, "select count(*) from sales.run where day >= ?", day).number() > 0;
  }

  /** Some parties had their turn, perhaps more than were due when it started. */
  public void progress(RunId id, int parties, long lastParty, long documents, long lines) {
    Sql.of(
            unitOfWork,
            "update sales.run set done = done + ?, parties = greatest(parties, done + ?),"
                + " last_party = ?, documents = documents + ?, lines = lines + ? where id = ?",
            parties,
            parties,
            lastParty,
            documents,
            lines,
            id)
        .update();
  }

  public void end(RunId id, RunState state, Act act) {
    Sql.of(
            unitOfWork,
            "update sales.run set state = ?, ended_at = ? where id = ? and state = 'RUNNING'",
            state,
            act.at(),
            id)
        .update();
  }

  public void problems(RunId id, Map<PartyId, String> problems) {
    new ManyRows<Map.Entry<PartyId, String>>("sales.run_problem")
        .column("run_id", "bigint", one -> id)
        .column("party_id", "bigint", Map.Entry::getKey)
        .column("problem", "text", Map.Entry::getValue)
        .insert(unitOfWork, List.copyOf(problems.entrySet()));
  }

  public Optional<RunView> find(RunId id) {
    List<RunView.Problem> problems = problems(id);
    return Sql.of(unitOfWork, VIEWS + " where r.id = ?", id).first(row -> view(row, problems));
  }

  public List<RunView> latest(int atMost) {
    return Sql.of(unitOfWork, VIEWS + " order by r.started_at desc, r.id desc limit ?", atMost)
        .list(row -> view(row, List.of()));
  }

  /** Those of parties in reach; how many there are in all the run says. */
  private List<RunView.Problem> problems(RunId id) {
    Condition seen = scope.condition(RecordAction.READ, "party_id");
    List<Object> arguments = new ArrayList<>(List.of(id));
    arguments.addAll(seen.arguments());
    arguments.add(PROBLEMS_SHOWN);
    return names.complete(
        Sql.of(
                unitOfWork,
                "select * from sales.run_problem where run_id = ?"
                    + (seen.isAll() ? "" : " and " + seen.sql())
                    + " order by party_id limit ?",
                arguments.toArray())
            .list(
                row -> {
                  PartyId party = new PartyId(row.getLong("party_id"));
                  String problem = row.getString("problem");
                  return new PartyNames.Unnamed<>(
                      party, name -> new RunView.Problem(party, name, problem));
                }));
  }

  private static RunView view(ResultSet row, List<RunView.Problem> problems) throws SQLException {
    return new RunView(
        new RunId(row.getLong("id")),
        Columns.day(row, "day"),
        row.getBoolean("posting"),
        RunState.valueOf(row.getString("state")),
        row.getLong("parties"),
        row.getLong("done"),
        row.getLong("documents"),
        row.getLong("lines"),
        Sql.instant(row, "started_at"),
        row.getString("started_by"),
        Sql.instant(row, "ended_at"),
        row.getLong("left_out"),
        problems);
  }
}
