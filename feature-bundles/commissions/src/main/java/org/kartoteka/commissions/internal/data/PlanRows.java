package org.kartoteka.commissions.internal.data;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kartoteka.commissions.Assignee;
import org.kartoteka.commissions.AssignmentId;
import org.kartoteka.commissions.AssignmentView;
import org.kartoteka.commissions.PlanData;
import org.kartoteka.commissions.PlanId;
import org.kartoteka.commissions.PlanTerms;
import org.kartoteka.commissions.PlanVersionId;
import org.kartoteka.commissions.PlanVersionView;
import org.kartoteka.commissions.PlanView;
import org.kartoteka.commissions.Share;
import org.kartoteka.commissions.SplitData;
import org.kartoteka.commissions.SplitId;
import org.kartoteka.commissions.SplitView;
import org.kartoteka.commissions.internal.domain.Version;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.data.Columns;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserDirectory;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Plans, their versions, who has them and who shares in what; within a unit of work. */
@Component(
    service = PlanRows.class,
    reference =
        @Reference(
            name = "schema",
            service = DataSource.class,
            target = "(kartoteka.schema=commissions)"))
public final class PlanRows {

  private static final TypeReference<List<Share>> SHARES = new TypeReference<>() {};
  private static final String VERSIONS =
      "select v.*, p.name as plan_name from commissions.plan_version v"
          + " join commissions.plan p on p.id = v.plan_id";

  private final UnitOfWork unitOfWork;
  private final UserDirectory directory;
  private final CurrentUser currentUser;
  private final Json json = new Json();

  @Activate
  public PlanRows(
      @Reference UnitOfWork unitOfWork,
      @Reference UserDirectory directory,
      @Reference CurrentUser currentUser) {
    this.unitOfWork = unitOfWork;
    this.directory = directory;
    this.currentUser = currentUser;
  }

  /**
   * A picture of all plans as they are now. Who has which role decides on plans, whoever asks and
   * whatever he may see of users.
   */
  public PlanBook book() {
    return new PlanBook(
        Sql.of(unitOfWork, VERSIONS).list(this::version),
        Sql.of(unitOfWork, "select * from commissions.assignment")
            .list(
                row ->
                    new PlanBook.Assigned(
                        row.getLong("id"),
                        new PlanId(row.getLong("plan_id")),
                        Columns.word(row, "assignee", Assignee.class),
                        row.getString("subject"),
                        validity(row))),
        Sql.of(unitOfWork, "select * from commissions.split")
            .list(
                row ->
                    new PlanBook.SplitRow(
                        row.getLong("id"),
                        Columns.id(row, "party_id", Long::valueOf),
                        row.getString("contract"),
                        json.read(row.getString("shares"), SHARES),
                        new UserId(row.getLong("rest_to")),
                        validity(row))),
        () -> currentUser.runAs(User.SYSTEM, directory::users));
  }

  public PlanId add(PlanData data, Act act) {
    return new PlanId(
        Sql.of(
                unitOfWork,
                "insert into commissions.plan (name, description, created_at, created_by,"
                    + " changed_at, changed_by) values (?, ?, ?, ?, ?, ?) returning id",
                data.name(),
                data.description(),
                act.at(),
                act.by(),
                act.at(),
                act.by())
            .number());
  }

  public void change(PlanId id, PlanData data, Act act) {
    Sql.of(
            unitOfWork,
            "update commissions.plan set name = ?, description = ?, retired = ?,"
                + " revision = revision + 1, changed_at = ?, changed_by = ? where id = ?",
            data.name(),
            data.description(),
            data.retired(),
            act.at(),
            act.by(),
            id)
        .update();
  }

  /** Whether another plan has the name. */
  public boolean isTaken(String name, PlanId except) {
    return Sql.of(
                unitOfWork,
                "select count(*) from commissions.plan where lower(name) = lower(?) and id <> ?",
                name,
                except == null ? 0L : except.value())
            .number()
        > 0;
  }

  /** The plan, held against other changes. */
  public Optional<PlanView> lock(PlanId id) {
    Sql.of(unitOfWork, "select 1 from commissions.plan where id = ? for update", id).number();
    return find(id);
  }

  public Optional<PlanView> find(PlanId id) {
    return plans("where p.id = ?", id).stream().findFirst();
  }

  public List<PlanView> all() {
    return plans("where true");
  }

  private List<PlanView> plans(String where, Object... arguments) {
    return Sql.of(
            unitOfWork,
            """
            select p.*, v.number, v.valid_from,
                   (select count(*) from commissions.assignment a
                     where a.plan_id = p.id and a.ended_at is null) as assignments
              from commissions.plan p
              left join lateral (select number, valid_from from commissions.plan_version v
                                  where v.plan_id = p.id order by number desc limit 1) v on true
            """
                + where
                + " order by p.retired, p.name, p.id",
            arguments)
        .list(
            row ->
                new PlanView(
                    new PlanId(row.getLong("id")),
                    row.getLong("revision"),
                    row.getString("name"),
                    row.getString("description"),
                    row.getBoolean("retired"),
                    Columns.integer(row, "number"),
                    Columns.day(row, "valid_from"),
                    row.getLong("assignments"),
                    Sql.instant(row, "created_at"),
                    row.getString("created_by"),
                    Sql.instant(row, "changed_at"),
                    row.getString("changed_by")));
  }

  public PlanVersionId define(
      PlanId plan, LocalDate validFrom, String remark, PlanTerms terms, Act act) {
    return new PlanVersionId(
        Sql.of(
                unitOfWork,
                "insert into commissions.plan_version (plan_id, number, valid_from, remark, terms,"
                    + " defined_at, defined_by) values (?, (select coalesce(max(number), 0) + 1"
                    + " from commissions.plan_version where plan_id = ?), ?, ?, ?::jsonb, ?, ?)"
                    + " returning id",
                plan,
                plan,
                validFrom,
                remark,
                json.write(terms),
                act.at(),
                act.by())
            .number());
  }

  public List<PlanVersionView> versions(PlanId plan) {
    return Sql.of(unitOfWork, VERSIONS + " where v.plan_id = ? order by v.number desc", plan)
        .list(this::versionView);
  }

  public Optional<PlanVersionView> version(PlanVersionId id) {
    return Sql.of(unitOfWork, VERSIONS + " where v.id = ?", id).first(this::versionView);
  }

  public AssignmentId assign(
      PlanId plan, Assignee assignee, String subject, LocalDate from, LocalDate until, Act act) {
    return new AssignmentId(
        Sql.of(
                unitOfWork,
                "insert into commissions.assignment (plan_id, assignee, subject, valid_from,"
                    + " valid_until, defined_at, defined_by) values (?, ?, ?, ?, ?, ?, ?)"
                    + " returning id",
                plan,
                assignee,
                subject,
                from,
                until,
                act.at(),
                act.by())
            .number());
  }

  public void endAssignment(AssignmentId id, Act act) {
    end("assignment", id.value(), act);
  }

  /** The standing assignments of a plan, or of all plans, the closest first. */
  public List<AssignmentView> assignments(PlanId plan) {
    return Sql.of(
            unitOfWork,
            "select a.*, p.name as plan_name from commissions.assignment a join commissions.plan p"
                + " on p.id = a.plan_id where a.ended_at is null and ? in (0, a.plan_id)"
                + " order by a.subject, a.valid_from, a.id",
            plan == null ? 0L : plan.value())
        .list(PlanRows::assignment)
        .stream()
        .sorted(Comparator.comparing(AssignmentView::assignee))
        .toList();
  }

  public Optional<AssignmentView> assignment(AssignmentId id) {
    return Sql.of(
            unitOfWork,
            "select a.*, p.name as plan_name from commissions.assignment a join commissions.plan p"
                + " on p.id = a.plan_id where a.ended_at is null and a.id = ?",
            id)
        .first(PlanRows::assignment);
  }

  public SplitId addSplit(SplitData data, Act act) {
    return new SplitId(
        Sql.of(
                unitOfWork,
                "insert into commissions.split (party_id, contract, shares, rest_to, valid_from,"
                    + " valid_until, defined_at, defined_by) values (?, ?, ?::jsonb, ?, ?, ?, ?, ?)"
                    + " returning id",
                data.partyId(),
                data.contract(),
                json.write(data.shares()),
                data.restTo(),
                data.validFrom(),
                data.validUntil(),
                act.at(),
                act.by())
            .number());
  }

  public void endSplit(SplitId id, Act act) {
    end("split", id.value(), act);
  }

  public List<SplitView> splits() {
    return Sql.of(
            unitOfWork,
            "select * from commissions.split where ended_at is null order by valid_from desc, id")
        .list(this::split);
  }

  public Optional<SplitView> split(SplitId id) {
    return Sql.of(
            unitOfWork, "select * from commissions.split where ended_at is null and id = ?", id)
        .first(this::split);
  }

  private void end(String table, long id, Act act) {
    Sql.of(
            unitOfWork,
            "update commissions."
                + table
                + " set ended_at = ?, ended_by = ? where id = ? and ended_at is null",
            act.at(),
            act.by(),
            id)
        .update();
  }

  private SplitView split(ResultSet row) throws SQLException {
    return new SplitView(
        new SplitId(row.getLong("id")),
        new SplitData(
            Columns.id(row, "party_id", PartyId::new),
            row.getString("contract"),
            json.read(row.getString("shares"), SHARES),
            new UserId(row.getLong("rest_to")),
            Columns.day(row, "valid_from"),
            Columns.day(row, "valid_until")),
        Sql.instant(row, "defined_at"),
        row.getString("defined_by"));
  }

  private static AssignmentView assignment(ResultSet row) throws SQLException {
    return new AssignmentView(
        new AssignmentId(row.getLong("id")),
        new PlanId(row.getLong("plan_id")),
        row.getString("plan_name"),
        Columns.word(row, "assignee", Assignee.class),
        row.getString("subject"),
        Columns.day(row, "valid_from"),
        Columns.day(row, "valid_until"),
        Sql.instant(row, "defined_at"),
        row.getString("defined_by"));
  }

  private PlanVersionView versionView(ResultSet row) throws SQLException {
    Version version = version(row);
    return new PlanVersionView(
        version.id(),
        version.plan(),
        version.planName(),
        version.number(),
        version.validFrom(),
        row.getString("remark"),
        version.terms(),
        version.definedAt(),
        row.getString("defined_by"));
  }

  private Version version(ResultSet row) throws SQLException {
    return new Version(
        new PlanVersionId(row.getLong("id")),
        new PlanId(row.getLong("plan_id")),
        row.getString("plan_name"),
        row.getInt("number"),
        Columns.day(row, "valid_from"),
        Sql.instant(row, "defined_at"),
        json.read(row.getString("terms"), PlanTerms.class));
  }

  private static PlanBook.Validity validity(ResultSet row) throws SQLException {
    Instant ended = Sql.instant(row, "ended_at");
    return new PlanBook.Validity(
        Columns.day(row, "valid_from"),
        Columns.day(row, "valid_until"),
        Sql.instant(row, "defined_at"),
        ended);
  }
}
