package org.kartoteka.commissions.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kartoteka.commissions.AssignPlan;
import org.kartoteka.commissions.Assignee;
import org.kartoteka.commissions.DefineVersion;
import org.kartoteka.commissions.PlanData;
import org.kartoteka.commissions.PlanId;
import org.kartoteka.commissions.PlanTerms;
import org.kartoteka.commissions.Rule;
import org.kartoteka.commissions.internal.calculation.TradeCalculation;
import org.kartoteka.commissions.internal.data.AccrualRows;
import org.kartoteka.commissions.internal.data.OpenAmounts;
import org.kartoteka.commissions.internal.data.PersonReach;
import org.kartoteka.commissions.internal.data.PlanRows;
import org.kartoteka.commissions.internal.data.StatementRows;
import org.kartoteka.commissions.internal.merge.CommissionsMerge;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyNames;
import org.kartoteka.core.api.trade.event.TradeEvent;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.journal.RecordedEvent;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.testing.FakeChangeHistory;
import org.kartoteka.testing.FakeJournal;
import org.kartoteka.testing.FakeParties;
import org.kartoteka.testing.FakePartyScope;
import org.kartoteka.testing.FakeRecordScopes;
import org.kartoteka.testing.FakeUser;
import org.kartoteka.testing.FakeUserDirectory;
import org.kartoteka.testing.JpaUnitOfWork;
import org.kartoteka.testing.PostgresFixture;
import org.kartoteka.testing.SettableClock;

/** This room with its real database in a house of fakes. */
public final class House {

  public static final UserId ANNA = new UserId(1);
  public static final UserId BOB = new UserId(2);
  public static final UserId BOSS = new UserId(3);
  public static final Currency PLN = Currency.getInstance("PLN");
  public static final LocalDate SINCE = LocalDate.of(2026, 1, 1);

  public final FakeUser user = FakeUser.almighty();
  public final FakeJournal journal = new FakeJournal();
  public final FakeChangeHistory history = new FakeChangeHistory();
  public final FakeRecordScopes scopes = new FakeRecordScopes(user);
  public final SettableClock clock = new SettableClock();
  public final PostgresFixture database = PostgresFixture.create().migrate("core", "commissions");
  public final JpaUnitOfWork unitOfWork = new JpaUnitOfWork(database.dataSource());
  public final FakeParties parties = new FakeParties(unitOfWork);
  public final FakePartyScope partyScope = new FakePartyScope();
  public final FakeUserDirectory users =
      new FakeUserDirectory(user)
          .with(1, "anna", BOSS, List.of("SALESPERSON"), List.of("Team A"))
          .with(2, "bob", BOSS, List.of("SALESPERSON"), List.of())
          .with(3, "boss", null, List.of("MANAGER"), List.of());
  public final PlanRows planRows = new PlanRows(unitOfWork, users, user);
  public final TradeCalculation calculation = new TradeCalculation(unitOfWork, planRows);
  public final PlanService plans;
  public final AccrualService accruals;
  public final StatementService statements;
  public final DryRunService dryRuns;
  public final OpenWork openWork;
  public final CommissionsMerge merge = new CommissionsMerge(unitOfWork);
  private long nextEvent;

  public House() {
    RecordKeeping keeping = new RecordKeeping(unitOfWork, user, user, clock, history, journal);
    PersonReach reach = new PersonReach(user, user, scopes);
    Sentences sentences = new Sentences(messages(), user);
    plans = new PlanService(keeping, user, planRows, users, parties, partyScope);
    accruals =
        new AccrualService(
            unitOfWork,
            keeping,
            new AccrualRows(unitOfWork, new PartyNames(parties, user), reach),
            sentences);
    statements = new StatementService(unitOfWork, keeping, new StatementRows(unitOfWork, reach));
    dryRuns = new DryRunService(unitOfWork, keeping, planRows, reach, sentences, clock);
    openWork = new OpenWork(new OpenAmounts(unitOfWork), messages());
  }

  /** A plan that a person has. */
  public PlanId plan(UserId person, Rule... rules) {
    PlanId plan = plans.add(PlanData.named("Plan of " + person.value())).id();
    define(plan, PlanTerms.of(rules));
    plans.assign(plan, new AssignPlan(Assignee.PERSON, Long.toString(person.value()), SINCE, null));
    return plan;
  }

  public void define(PlanId plan, PlanTerms terms) {
    plans.define(plan, new DefineVersion(SINCE, null, terms));
  }

  public PartyId customer(String name) {
    return parties.register(PartyData.organisation(name)).id();
  }

  /** The event as the journal would hand it over now. */
  public RecordedEvent<TradeEvent> recorded(TradeEvent event) {
    return new RecordedEvent<>(++nextEvent, clock.instant(), "tester", event);
  }

  /** Hands events over, each in a transaction of its own. */
  public void happens(TradeEvent... events) {
    for (TradeEvent event : events) {
      handle(recorded(event));
    }
  }

  public void handle(RecordedEvent<TradeEvent> event) {
    unitOfWork.run(() -> calculation.handle(event));
  }

  public void handleAll(List<RecordedEvent<TradeEvent>> events) {
    unitOfWork.run(() -> calculation.handleAll(events));
  }

  /** All amounts of the ledger in order, as {@code person:amount}. */
  public String ledger() {
    return String.join(
        " ",
        unitOfWork.call(
            () ->
                Sql.of(
                        unitOfWork,
                        "select person_id || ':' || amount from commissions.ledger"
                            + " where amount <> 0 order by id")
                    .list(row -> row.getString(1))));
  }

  /** The ledger without the numbers of its rows, so that two can be compared. */
  public List<String> whole() {
    return unitOfWork.call(
        () ->
            Sql.of(
                    unitOfWork,
                    """
                    select concat_ws('|', l.event_id, d.kind, d.source, d.key, l.person_id,
                           b.share, coalesce(s.person_id, 0), l.rule, v.number, l.earned_on,
                           l.currency, l.base, l.amount, l.steps, l.occurred_at, a.state)
                      from commissions.ledger l
                      join commissions.deal d on d.id = l.deal_id
                      join commissions.beneficiary b on b.id = l.beneficiary_id
                      left join commissions.beneficiary s on s.id = b.seller_id
                      join commissions.plan_version v on v.id = l.version_id
                      left join commissions.accrual a on a.id = l.id
                     order by 1
                    """)
                .list(row -> row.getString(1)));
  }

  public static BigDecimal n(String number) {
    return new BigDecimal(number);
  }

  private static Messages messages() {
    return new Messages() {
      @Override
      public String text(Locale locale, String key, Object... arguments) {
        return key + List.of(arguments);
      }

      @Override
      public Optional<String> find(Locale locale, String key, Object... arguments) {
        return Optional.of(text(locale, key, arguments));
      }
    };
  }
}
