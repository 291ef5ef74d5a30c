package org.kartoteka.contracts.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kartoteka.contracts.AnnexData;
import org.kartoteka.contracts.CodeEntry;
import org.kartoteka.contracts.CodeList;
import org.kartoteka.contracts.ContractData;
import org.kartoteka.contracts.ContractTypeData;
import org.kartoteka.contracts.ContractTypeId;
import org.kartoteka.contracts.ContractView;
import org.kartoteka.contracts.LineData;
import org.kartoteka.contracts.NumberSeriesData;
import org.kartoteka.contracts.NumberSeriesId;
import org.kartoteka.contracts.TerminateContract;
import org.kartoteka.contracts.internal.data.ActRows;
import org.kartoteka.contracts.internal.data.CodeRows;
import org.kartoteka.contracts.internal.data.ContractRecords;
import org.kartoteka.contracts.internal.data.ContractRows;
import org.kartoteka.contracts.internal.data.MovementRows;
import org.kartoteka.contracts.internal.data.Numbers;
import org.kartoteka.contracts.internal.data.OriginalRows;
import org.kartoteka.contracts.internal.renewal.Renewals;
import org.kartoteka.core.api.party.Dealing;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyGate;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.job.JobRun;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.Branches;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.testing.FakeAttachments;
import org.kartoteka.testing.FakeChangeHistory;
import org.kartoteka.testing.FakeJournal;
import org.kartoteka.testing.FakeParties;
import org.kartoteka.testing.FakePartyScope;
import org.kartoteka.testing.FakeUser;
import org.kartoteka.testing.FakeUserDirectory;
import org.kartoteka.testing.JpaUnitOfWork;
import org.kartoteka.testing.PostgresFixture;
import org.kartoteka.testing.SettableClock;

/** This room with its real database in a house of fakes. */
public final class House {

  public final FakeUser user = FakeUser.almighty();
  public final FakeJournal journal = new FakeJournal();
  public final FakeChangeHistory history = new FakeChangeHistory();
  public final FakePartyScope scope = new FakePartyScope();
  public final FakeAttachments attachments = new FakeAttachments();
  public final SettableClock clock = new SettableClock();
  public final Set<PartyId> barred = new HashSet<>();
  public final PostgresFixture database;
  public final JpaUnitOfWork unitOfWork;
  public final FakeParties parties;
  public final RecordKeeping records;
  public final ContractRecords entities;
  public final ContractRows rows;
  public final Announcer announcer;
  public final ContractService contracts;
  public final AnnexService annexes;
  public final TariffService tariffs;
  public final OriginalService originals;
  public final BalanceService balance;
  public final ContractTypeService types;
  public final NumberSeriesService series;
  public final CodeListService codes;
  public final ScanService scans;
  public final Renewals renewals;
  public final References references;
  public final FakeUserDirectory users = colleagues();
  public final Branches branches = new FakeBranches();
  public final NumberSeriesId yearly;
  public final ContractTypeId monitoring;

  public House() {
    database = PostgresFixture.create().migrate("core", "contracts");
    var factory = database.entityManagerFactory("contracts");
    unitOfWork = new JpaUnitOfWork(factory);
    parties = new FakeParties(unitOfWork);
    records = new RecordKeeping(unitOfWork, user, user, clock, history, journal);
    entities = new ContractRecords(unitOfWork, factory, scope);
    rows = new ContractRows(unitOfWork, scope);
    Numbers numbers = new Numbers(unitOfWork, rows);
    CodeRows codeRows = new CodeRows(unitOfWork);
    MovementRows movements = new MovementRows(unitOfWork, scope);
    announcer = new Announcer(records, entities, movements, new ActRows(unitOfWork));
    references = new References(users, branches, codeRows);
    contracts =
        new ContractService(
            records, entities, rows, numbers, references, announcer, parties, gate(), user);
    annexes = new AnnexService(records, entities, references, announcer, gate());
    tariffs = new TariffService(records, entities);
    originals = new OriginalService(records, entities, new OriginalRows(unitOfWork, scope));
    balance = new BalanceService(records, movements);
    types = new ContractTypeService(records, entities);
    series = new NumberSeriesService(records, entities, numbers);
    codes = new CodeListService(records, codeRows);
    scans = new ScanService(records, user, unitOfWork, entities, attachments);
    renewals = new Renewals(unitOfWork, records, entities, rows, announcer);
    yearly = series.add(new NumberSeriesData("Yearly", "K/{yyyy}/{nnnn}")).id();
    monitoring = types.add(ContractTypeData.of("monitoring", "Monitoring", yearly)).id();
    codes.put(new CodeEntry(CodeList.PACKAGE, "basic", "Basic", false));
    codes.put(new CodeEntry(CodeList.PACKAGE, "gold", "Gold", false));
    codes.put(new CodeEntry(CodeList.TERMINATION_REASON, "price", "Price", false));
  }

  public LocalDate today() {
    return LocalDate.now(clock);
  }

  public PartyId customer(String name) {
    return parties.register(PartyData.organisation(name)).id();
  }

  /** A contract from a day on, until another or until further notice. */
  public ContractData data(PartyId party, String from, String to, LineData... lines) {
    return new ContractData(
        party,
        monitoring,
        null,
        "Alarm",
        LocalDate.parse(from),
        to == null ? null : LocalDate.parse(to),
        null,
        null,
        "PLN",
        "basic",
        new UserId(2),
        null,
        null,
        null,
        List.of(lines));
  }

  public ContractView signed(ContractData data, String signedOn) {
    ContractView draft = contracts.draft(data);
    return contracts.sign(
        draft.id(), ExpectedRevision.of(draft.revision()), LocalDate.parse(signedOn));
  }

  /** An annex that changes nothing but the lines. */
  public AnnexData annex(ContractView contract, String effectiveOn, LineData... lines) {
    return new AnnexData(
        null,
        null,
        today(),
        LocalDate.parse(effectiveOn),
        contract.endsOn(),
        contract.noticeMonths(),
        contract.renewalMonths(),
        contract.packageType(),
        contract.salespersonId(),
        contract.branchId(),
        List.of(lines));
  }

  public ContractView terminate(ContractView contract, String declaredOn, String endsOn) {
    return contracts.terminate(
        contract.id(),
        ExpectedRevision.any(),
        new TerminateContract(LocalDate.parse(declaredOn), LocalDate.parse(endsOn), "price", null));
  }

  public JobRun jobRun() {
    return new JobRun() {
      @Override
      public Instant startedAt() {
        return clock.instant();
      }

      @Override
      public Instant previousStart() {
        return null;
      }

      @Override
      public boolean cancelled() {
        return false;
      }
    };
  }

  private PartyGate gate() {
    return new PartyGate() {
      @Override
      public boolean permits(PartyId party, Dealing dealing) {
        return !barred.contains(party);
      }

      @Override
      public void require(PartyId party, Dealing dealing) {
        if (!permits(party, dealing)) {
          throw new Refused("problem.party.gate");
        }
      }
    };
  }

  private static FakeUserDirectory colleagues() {
    FakeUserDirectory users = new FakeUserDirectory();
    for (long id = 1; id <= 9; id++) {
      users.with(id, "user" + id, "User " + id);
    }
    return users;
  }
}
