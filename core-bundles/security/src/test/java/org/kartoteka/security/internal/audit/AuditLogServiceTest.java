package org.kartoteka.security.internal.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kartoteka.platform.api.audit.AuditAct;
import org.kartoteka.platform.api.audit.AuditEntry;
import org.kartoteka.platform.api.audit.AuditFinding.Kind;
import org.kartoteka.platform.api.audit.AuditQuery;
import org.kartoteka.platform.api.audit.AuditVerification;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.privacy.DataSubject;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.settings.Installation;
import org.kartoteka.testing.FakeUser;
import org.kartoteka.testing.JpaUnitOfWork;
import org.kartoteka.testing.PostgresFixture;
import org.kartoteka.testing.SettableClock;

class AuditLogServiceTest {

  private static final RecordRef ANNA = new RecordRef("person", "7", "Anna Nowak");

  @TempDir private Path folder;
  private final PostgresFixture postgres = PostgresFixture.create().migrate("security");
  private final UnitOfWork unitOfWork = new JpaUnitOfWork(postgres.dataSource());
  private final FakeUser user = FakeUser.almighty();
  private final SettableClock clock = new SettableClock();
  private Seals seals;
  private FieldGuards guards;
  private AuditLogService log;

  @BeforeEach
  void open() {
    seals = new Seals(unitOfWork, clock, in(folder));
    guards = new FieldGuards(user);
    log = new AuditLogService(unitOfWork, user, user, clock, seals, guards);
  }

  @Test
  void whatWasDoneIsFoundByWhoWhatWhenAndWhichRecord() {
    record(AuditAct.SIGNED_IN, new RecordRef("user", "1", "anna"));
    clock.forward(Duration.ofHours(1));
    record(AuditAct.EXPORTED, ANNA);
    Instant later = clock.instant();

    assertEquals(2, found(AuditQuery.all()).size());
    assertEquals(List.of("Anna Nowak"), labels(query("act", "EXPORTED")));
    assertEquals(List.of("anna"), labels(query("recordType", "user")));
    assertEquals(List.of("Anna Nowak"), labels(query("query", "nowak")));
    assertEquals(List.of("Anna Nowak"), labels(query("from", later.toString())));
    assertEquals(List.of("anna"), labels(query("until", later.toString())));
    assertEquals(List.of(), labels(query("actor", "somebody")));
  }

  @Test
  void onlyWhoMayReadTheLogSeesIt() {
    user.nowMay("security.user.manage");

    assertThrows(Forbidden.class, () -> log.page(AuditQuery.all(), PageRequest.first()));
    assertThrows(Forbidden.class, log::verify);
  }

  @Test
  void fieldsWithAPermissionOfTheirOwnAreLeftOut() {
    guards.bindGuard(
        (type, field) ->
            field.startsWith("privateData")
                ? Optional.of("core.person.private")
                : Optional.empty());
    log.record(
        AuditAct.CHANGED,
        ANNA,
        List.of(
            new FieldChange("privateData.phones", null, "+48 1"),
            new FieldChange("position", null, "boss")));
    user.nowMay(AuditLogService.READ);

    assertEquals(
        List.of(new FieldChange("position", null, "boss")),
        found(AuditQuery.all()).get(0).details());
  }

  @Test
  void whoGoesOnWorkingWithACardLeavesOneEntryAWhile() {
    log.read(List.of(ANNA), "privateData");
    log.read(List.of(ANNA), "privateData");
    log.read(List.of(ANNA), "personalData");
    clock.forward(RecentReads.A_WHILE);
    log.read(List.of(ANNA), "privateData");

    assertEquals(3, found(query("act", "READ")).size());
  }

  @Test
  void aReadingThatWasRolledBackIsRecordedTheNextTime() {
    assertThrows(
        IllegalStateException.class,
        () ->
            unitOfWork.run(
                () -> {
                  log.read(List.of(ANNA), "privateData");
                  throw new IllegalStateException("rolled back");
                }));
    log.read(List.of(ANNA), "privateData");

    assertEquals(1, found(query("act", "READ")).size());
  }

  @Test
  void anUntouchedLogIsIntact() {
    some(3);
    seals.sealAll();
    some(2);

    AuditVerification found = log.verify();

    assertTrue(found.intact(), () -> found.findings().toString());
    assertEquals(5, found.entries());
    assertEquals(2, found.seals());
  }

  @Test
  void anEntryOfATransactionThatStillRunsIsSealedAfterwards() {
    unitOfWork.run(
        () -> {
          record(AuditAct.EXPORTED, ANNA);
          unitOfWork.callSeparately(
              () -> {
                record(AuditAct.SIGNED_IN, ANNA);
                return null;
              });
          seals.sealAll();
        });

    AuditVerification found = log.verify();

    assertTrue(found.intact(), () -> found.findings().toString());
    assertEquals(2, found.entries());
    assertEquals(2, found.seals());
  }

  @Test
  void aChangedEntryIsFound() {
    some(3);
    seals.sealAll();

    tamper("update security.audit_entry set details = '[]' where id = 2");

    assertEquals(List.of(Kind.ENTRY_CHANGED), kinds());
  }

  @Test
  void aChangeOfEveryColumnIsFound() {
    some(1);
    seals.sealAll();
    for (String change :
        List.of(
            "actor = 'somebody else'",
            "at = at + interval '1 microsecond'",
            "act = 'EXPORTED'",
            "label = 'Jan'",
            "record_id = '8'",
            "record_type = 'party'",
            "correlation = 'x'",
            "salt = gen_random_uuid()",
            "erased = true")) {
      postgres.execute("create table security.kept as select * from security.audit_entry");
      tamper("update security.audit_entry set " + change + " where id = 1");

      assertTrue(kinds().contains(Kind.ENTRY_CHANGED), change);

      tamper(
          "delete from security.audit_entry where id = 1; insert into security.audit_entry"
              + " overriding system value select * from security.kept where id = 1; drop table"
              + " security.kept");
    }
  }

  @Test
  void aRemovedEntryIsFound() {
    some(3);
    seals.sealAll();

    tamper("delete from security.audit_entry where id = 3");

    assertEquals(List.of(Kind.ENTRY_MISSING), kinds());
  }

  @Test
  void anEntrySlippedInIsFound() {
    some(3);
    seals.sealAll();

    tamper(
        "insert into security.audit_entry (id, record_type, record_id, label, act, actor, at,"
            + " details) overriding system value values (-1, 'person', '7', 'Anna', 'READ',"
            + " 'admin', now(), '[]')");

    assertEquals(List.of(Kind.ENTRY_UNSEALED), kinds());
  }

  @Test
  void exchangedEntriesAreFound() {
    some(3);
    seals.sealAll();

    tamper(
        "update security.audit_entry e set (record_type, record_id, label, act, actor, at,"
            + " correlation, details, salt) = (select record_type, record_id, label, act, actor,"
            + " at, correlation, details, salt from security.audit_entry o where o.id = 3 - e.id)"
            + " where id in (1, 2)");

    assertEquals(List.of(Kind.ENTRY_CHANGED, Kind.ENTRY_CHANGED), kinds());
  }

  @Test
  void anEntrySealedAnewAfterAChangeIsFound() {
    some(3);
    seals.sealAll();

    tamper("update security.audit_entry set label = 'Jan' where id = 2");
    postgres.execute("insert into security.audit_unsealed values (2)");

    assertEquals(List.of(Kind.ENTRY_RESEALED), kinds());
  }

  @Test
  void aRemovedSealIsFound() {
    some(1);
    seals.sealAll();
    some(1);
    seals.sealAll();

    tamperSeals("delete from security.audit_seal where id = 1");

    assertTrue(kinds().contains(Kind.SEAL_MISSING));
  }

  @Test
  void aRemovedEndIsFound() {
    some(1);
    seals.sealAll();
    some(1);
    seals.sealAll();

    tamperSeals("delete from security.audit_seal where id = 2");
    tamper("delete from security.audit_entry where id = 2");

    assertEquals(List.of(Kind.SEAL_MISSING), kinds());
  }

  @Test
  void aRewrittenSealIsFound() {
    some(2);
    seals.sealAll();

    tamperSeals("update security.audit_seal set sealed_at = sealed_at - interval '1 day'");

    assertEquals(List.of(Kind.SEAL_BROKEN), kinds());
  }

  @Test
  void aWholeChainMadeWithAnotherKeyIsFound(@TempDir Path elsewhere) {
    some(2);
    new Seals(unitOfWork, clock, in(elsewhere)).sealAll();

    assertEquals(List.of(Kind.SEAL_FOREIGN), kinds());
  }

  @Test
  void theDatabaseRefusesToRewriteTheLog() {
    some(1);
    seals.sealAll();

    for (String statement :
        List.of(
            "update security.audit_entry set label = ''",
            "delete from security.audit_entry",
            "truncate security.audit_entry",
            "update security.audit_seal set key = ''",
            "delete from security.audit_seal",
            "truncate security.audit_seal")) {
      IllegalStateException refused =
          assertThrows(IllegalStateException.class, () -> postgres.execute(statement));
      assertTrue(refused.getCause().getMessage().contains("only ever appended"), statement);
    }
  }

  @Test
  void erasedDataLeaveTheLogAndItStaysIntact() {
    log.record(AuditAct.CHANGED, ANNA, List.of(new FieldChange("lastName", "Nowak", "Kowalska")));
    RecordRef firm = new RecordRef("party", "3", "Firm");
    log.record(AuditAct.CHANGED, firm, List.of(new FieldChange("boss", null, "Anna Nowak")));
    log.record(
        AuditAct.EXPORTED, firm, List.of(new FieldChange("query", null, "anna@example.org")));
    RecordRef other = new RecordRef("party", "4", "Anna Nowak");
    log.record(AuditAct.CREATED, other, List.of());
    seals.sealAll();

    DataSubject anna =
        new DataSubject(
            List.of(ANNA),
            List.of(firm),
            List.of("Anna Nowak"),
            List.of("anna@example.org"),
            "Erased person 7");
    unitOfWork.run(() -> new AuditPersonalData(unitOfWork, log).erase(anna));

    AuditVerification found = log.verify();
    assertTrue(found.intact(), () -> found.findings().toString());
    assertEquals(
        List.of("Anna Nowak", "Firm", "Firm", ""),
        labels(AuditQuery.all()).subList(2, 6),
        "somebody of the same name is left alone");
    assertEquals(
        List.of(
            List.of(),
            List.of(new FieldChange("query", null, null)),
            List.of(new FieldChange("boss", null, null)),
            List.of(new FieldChange("lastName", null, null))),
        found(AuditQuery.all()).subList(2, 6).stream().map(AuditEntry::details).toList());
  }

  @Test
  void anErasureThatNobodyRecordedIsFound() {
    some(1);
    seals.sealAll();

    tamper("update security.audit_entry set details = '[]', erased = true where id = 1");
    postgres.execute("insert into security.audit_unsealed values (1)");

    assertEquals(List.of(Kind.ENTRY_RESEALED), kinds());
  }

  private void some(int entries) {
    for (int i = 0; i < entries; i++) {
      log.record(AuditAct.CHANGED, ANNA, List.of(new FieldChange("position", null, "place " + i)));
    }
  }

  private void record(AuditAct act, RecordRef record) {
    log.record(act, record, List.of());
  }

  private List<Kind> kinds() {
    return log.verify().findings().stream().map(one -> one.kind()).toList();
  }

  private List<AuditEntry> found(AuditQuery query) {
    return log.page(query, PageRequest.first()).items();
  }

  private List<String> labels(AuditQuery query) {
    return found(query).stream().map(entry -> entry.record().label()).toList();
  }

  private static AuditQuery query(String name, String value) {
    return AuditQuery.of(java.util.Map.of(name, List.of(value)));
  }

  /** As somebody with the database's password would. */
  private void tamper(String sql) {
    withoutTriggers("audit_entry", sql);
  }

  private void tamperSeals(String sql) {
    withoutTriggers("audit_seal", sql);
  }

  private void withoutTriggers(String table, String sql) {
    try (Connection connection = postgres.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("alter table security." + table + " disable trigger user");
      statement.execute(sql);
      statement.execute("alter table security." + table + " enable trigger user");
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static Installation in(Path folder) {
    return new Installation() {
      @Override
      public Path folder(String name) {
        try {
          return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public Optional<String> startSetting(String name) {
        return Optional.empty();
      }
    };
  }
}
