package org.kartoteka.core.internal.criteria;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.kartoteka.core.api.admission.AdmissionDecision;
import org.kartoteka.core.api.admission.AdmissionState;
import org.kartoteka.core.api.admission.Admissions;
import org.kartoteka.core.api.bulk.BulkActView;
import org.kartoteka.core.api.bulk.BulkOrder;
import org.kartoteka.core.api.bulk.BulkPreview;
import org.kartoteka.core.api.bulk.BulkVerb;
import org.kartoteka.core.api.duplicate.DuplicatePersonsQuery;
import org.kartoteka.core.api.duplicate.DuplicateQuery;
import org.kartoteka.core.api.duplicate.SimilarParty;
import org.kartoteka.core.api.duplicate.SimilarPerson;
import org.kartoteka.core.api.merge.MergeParties;
import org.kartoteka.core.api.merge.MergePersons;
import org.kartoteka.core.api.merge.MergeQuery;
import org.kartoteka.core.api.merge.MergeView;
import org.kartoteka.core.api.note.NoteData;
import org.kartoteka.core.api.note.NoteQuery;
import org.kartoteka.core.api.note.NoteView;
import org.kartoteka.core.api.party.Dealing;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.Identifier;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonQuery;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.api.register.RegisterData;
import org.kartoteka.core.api.register.RegisterView;
import org.kartoteka.core.api.timeline.TimelineQuery;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.core.internal.history.CoreHistory;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.document.AttachmentView;
import org.kartoteka.platform.api.exchange.ExportOrder;
import org.kartoteka.platform.api.exchange.ExportQuery;
import org.kartoteka.platform.api.exchange.FileFormat;
import org.kartoteka.platform.api.exchange.ImportOptions;
import org.kartoteka.platform.api.exchange.ImportOrder;
import org.kartoteka.platform.api.exchange.ImportRowView;
import org.kartoteka.platform.api.exchange.ImportView;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.platform.api.security.RecordScope;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserId;

/** Every door to parties, tried by somebody who reaches his own only. */
class DoorsTest {

  private static final UserId SELF = new UserId(1);
  private static final UserId COLLEAGUE = new UserId(2);
  private static final RecordScope OWN = RecordScope.ownedBy(Set.of(SELF));
  private static final String NIP = "5260250274";

  private static CoreFixture core;
  private static PartyView own;
  private static PartyView foreign;
  private static PersonView foreignPerson;
  private static NoteView foreignNote;
  private static AttachmentView foreignFile;
  private static RegisterView register;

  @BeforeAll
  static void start() {
    core = new CoreFixture();
    core.users.with(1, "tester", "Test Person").with(2, "colleague", "A Colleague");
    own = core.parties.register(party("Gate Own Mill", SELF, null));
    foreign = core.parties.register(party("Gate Foreign Mill", COLLEAGUE, NIP));
    core.persons.add(own.id(), PersonData.named("Gate", "Ownperson"));
    foreignPerson = core.persons.add(foreign.id(), PersonData.named("Gate", "Foreignperson"));
    core.notes.write(own.id(), null, NoteData.text("gate words of our own"));
    foreignNote = core.notes.write(foreign.id(), null, NoteData.text("gate words of others"));
    foreignFile = core.notes.attach(foreignNote.id(), "secret.txt", bytes("secret"));
    register = core.registers.define(RegisterData.byHand("Gate register", null));
    core.registers.put(register.id(), List.of(own.id(), foreign.id()));
    core.findDuplicates();
  }

  @AfterAll
  static void stop() {
    core.close();
  }

  @BeforeEach
  void reachAll() {
    core.scopes.nowReach(RecordScope.ALL);
  }

  private static void reachOwn() {
    core.scopes.nowReach(OWN);
  }

  @Test
  void lists_and_counts() {
    PartyQuery query = PartyQuery.text("gate mill");
    assertEquals(2, core.parties.count(query, 100));

    reachOwn();

    assertEquals(List.of(own.id()), ids(query, null));
    assertEquals(List.of(own.id()), ids(PartyQuery.all(), "name"));
    assertEquals(List.of(own.id()), ids(PartyQuery.all(), "-changedAt"));
    assertEquals(1, core.parties.count(query, 100));
    assertEquals(1, core.parties.count(PartyQuery.all(), 100));
    assertEquals(
        0, core.parties.count(PartyQuery.where().owner(COLLEAGUE).query(), 100), "by its owner");
    assertEquals(
        List.of(own.id()),
        core.parties.summaries(List.of(own.id(), foreign.id())).stream()
            .map(PartySummary::id)
            .toList());
    assertEquals(List.of("gateown"), core.parties.tags().stream().map(tag -> tag.name()).toList());
  }

  @Test
  void the_search_box() {
    assertEquals(6, core.search.find("gate", 10).size());

    reachOwn();

    List<String> found =
        core.search.find("gate", 10).stream().map(hit -> hit.record().label()).toList();
    assertEquals(3, found.size(), found::toString);
    assertTrue(found.stream().noneMatch(label -> label.contains("oreign")), found::toString);
    assertTrue(core.search.find("others", 10).isEmpty());
  }

  @Test
  void a_party_by_its_id() {
    reachOwn();

    assertEquals(own.id(), core.parties.get(own.id()).id());
    assertTrue(core.parties.find(foreign.id()).isEmpty());
    assertSame404(() -> core.parties.get(foreign.id()), () -> core.parties.get(new PartyId(99999)));
    assertThrows(
        NotFound.class, () -> core.parties.change(foreign.id(), any(), party("Mine", SELF, null)));
    assertThrows(NotFound.class, () -> core.parties.remove(foreign.id(), any()));
    assertThrows(
        NotFound.class,
        () -> core.parties.changeStatus(foreign.id(), any(), PartyStatus.ACTIVE, null));
    assertFalse(core.gate.permits(foreign.id(), Dealing.CONTACT));
    assertThrows(NotFound.class, () -> core.gate.require(foreign.id(), Dealing.CONTACT));
    assertFalse(core.partyScopes.covers(foreign.id(), RecordAction.READ));
    assertTrue(core.partyScopes.covers(own.id(), RecordAction.READ));
  }

  @Test
  void what_may_be_read_only_is_forbidden_to_change() {
    reachOwn();
    core.scopes.nowReach(RecordAction.READ, RecordScope.ALL);

    assertEquals(foreign.id(), core.parties.get(foreign.id()).id());
    assertThrows(
        Forbidden.class, () -> core.parties.change(foreign.id(), any(), party("Mine", SELF, null)));
    assertThrows(Forbidden.class, () -> core.parties.remove(foreign.id(), any()));
    assertThrows(
        Forbidden.class, () -> core.persons.add(foreign.id(), PersonData.named("New", "Person")));
    assertThrows(
        Forbidden.class, () -> core.notes.write(foreign.id(), null, NoteData.text("mine")));
    assertThrows(Forbidden.class, () -> core.notes.remove(foreignNote.id(), any()));
    assertThrows(Forbidden.class, () -> core.registers.take(register.id(), List.of(foreign.id())));
  }

  @Test
  void deleting_is_a_circle_of_its_own() {
    PartyView mine = core.parties.register(party("Nobody deletes me", SELF, null));
    reachOwn();
    core.scopes.nowReach(RecordAction.DELETE, RecordScope.NONE);

    assertThrows(Forbidden.class, () -> core.parties.remove(mine.id(), any()));
    core.scopes.nowReach(RecordAction.DELETE, OWN);
    core.parties.remove(mine.id(), any());

    assertTrue(core.parties.find(mine.id()).isEmpty());
  }

  @Test
  void a_new_party_is_the_users_own_and_nobody_puts_one_out_of_his_reach() {
    reachOwn();

    PartyView fresh = core.parties.register(party("Fresh party", null, null));

    assertEquals(SELF, fresh.ownerId());
    assertField("ownerId", () -> core.parties.register(party("For another", COLLEAGUE, null)));
    assertField(
        "ownerId",
        () -> core.parties.change(fresh.id(), any(), party("Given away", COLLEAGUE, null)));
    core.parties.remove(fresh.id(), any());
  }

  @Test
  void persons() {
    assertEquals(2, core.persons.count(new PersonQuery("gate", null), 100));

    reachOwn();

    assertEquals(1, core.persons.count(new PersonQuery("gate", null), 100));
    assertEquals(1, core.persons.page(new PersonQuery("gate", null), page()).items().size());
    assertEquals(1, core.persons.page(new PersonQuery(null, null), page()).items().size());
    assertTrue(core.persons.page(PersonQuery.of(foreign.id()), page()).items().isEmpty());
    assertTrue(core.persons.find(foreignPerson.id()).isEmpty());
    assertThrows(NotFound.class, () -> core.persons.get(foreignPerson.id()));
    assertThrows(
        NotFound.class,
        () -> core.persons.change(foreignPerson.id(), any(), PersonData.named("A", "B")));
    assertThrows(NotFound.class, () -> core.persons.remove(foreignPerson.id(), any()));
    assertThrows(
        NotFound.class, () -> core.persons.add(foreign.id(), PersonData.named("New", "Person")));
    InvalidInput superior =
        assertThrows(
            InvalidInput.class,
            () ->
                core.persons.add(
                    own.id(),
                    PersonData.named("Under", "Somebody").toBuilder()
                        .superiorId(foreignPerson.id())
                        .build()));
    assertEquals("unknownPerson", superior.errors().get(0).code());
  }

  @Test
  void notes_and_their_files() {
    reachOwn();

    assertEquals(1, core.notes.page(new NoteQuery("gate", null, null), page()).items().size());
    assertEquals(1, core.notes.page(new NoteQuery(null, null, null), page()).items().size());
    assertTrue(core.notes.page(new NoteQuery(null, foreign.id(), null), page()).items().isEmpty());
    assertTrue(core.notes.find(foreignNote.id()).isEmpty());
    assertThrows(NotFound.class, () -> core.notes.get(foreignNote.id()));
    assertThrows(
        NotFound.class, () -> core.notes.change(foreignNote.id(), any(), NoteData.text("changed")));
    assertThrows(NotFound.class, () -> core.notes.remove(foreignNote.id(), any()));
    assertThrows(NotFound.class, () -> core.notes.open(foreignNote.id(), foreignFile.id()));
    assertThrows(
        NotFound.class, () -> core.notes.attach(foreignNote.id(), "mine.txt", bytes("mine")));
    assertThrows(NotFound.class, () -> core.notes.detach(foreignNote.id(), foreignFile.id()));
    assertThrows(NotFound.class, () -> core.notes.write(foreign.id(), null, NoteData.text("new")));
    assertThrows(
        NotFound.class, () -> core.notes.write(own.id(), foreignPerson.id(), NoteData.text("new")));
  }

  @Test
  void registers() {
    assertEquals(2, core.registers.get(register.id()).size());

    reachOwn();

    assertEquals(1, core.registers.get(register.id()).size());
    assertEquals(1, core.registers.all().get(0).size());
    assertTrue(core.registers.of(foreign.id()).isEmpty());
    core.registers.take(register.id(), List.of(foreign.id()));
    core.scopes.nowReach(RecordScope.ALL);
    assertEquals(
        2, core.registers.get(register.id()).size(), "nobody takes out what he cannot see");
  }

  @Test
  void a_circle_may_be_registers_kept_by_hand_or_by_a_rule() {
    RegisterView byRule =
        core.registers.define(
            new RegisterData("Foreign mills", null, PartyQuery.text("gate foreign mill")));
    core.scopes.nowReach(RecordScope.inRegisters(Set.of(byRule.id().value())));

    assertEquals(List.of(foreign.id()), ids(PartyQuery.all(), null));
    assertEquals(1, core.persons.page(new PersonQuery(null, null), page()).items().size());
    assertEquals(1, core.notes.page(new NoteQuery(null, null, null), page()).items().size());
    assertThrows(NotFound.class, () -> core.parties.get(own.id()));

    core.scopes.nowReach(
        new RecordScope(false, Set.of(SELF, new UserId(77)), Set.of(byRule.id().value(), 4711L)));
    assertEquals(2, core.parties.count(PartyQuery.text("gate mill"), 100));
    assertEquals(2, core.persons.page(new PersonQuery("gate", null), page()).items().size());

    core.scopes.nowReach(RecordScope.inRegisters(Set.of(register.id().value())));
    assertEquals(2, core.parties.count(PartyQuery.all(), 100));

    core.scopes.nowReach(RecordScope.NONE);
    assertEquals(0, core.parties.count(PartyQuery.all(), 100));
    core.scopes.nowReach(RecordScope.ALL);
    core.registers.remove(byRule.id(), any());
  }

  @Test
  void exports() {
    assertTrue(export("party").contains("Foreign"));

    reachOwn();

    assertTrue(export("party").contains("Own Mill"));
    assertFalse(export("party").contains("Foreign"));
    assertFalse(export("party", foreign.id().value()).contains("Foreign"));
    assertFalse(export("person").contains("Foreign"));
    assertFalse(export("person", foreignPerson.id().value()).contains("Foreign"));

    core.scopes.nowReach(RecordScope.ALL);
    core.scopes.nowReach(RecordAction.EXPORT, OWN);
    assertFalse(export("party").contains("Foreign"), "read, but not exported");
    assertTrue(export("person").contains("Ownperson"));
    assertFalse(export("person").contains("Foreign"));
  }

  @Test
  void duplicates_are_told_as_existing_elsewhere_without_a_name() {
    PartyData same = party("Gate Foreign Mill", null, NIP);
    assertEquals(foreign.id(), core.duplicates.check(same, null, 10).get(0).party().id());

    reachOwn();
    List<SimilarParty> similar =
        core.duplicates.check(same, null, 10).stream().filter(SimilarParty::isElsewhere).toList();

    assertEquals(List.of(SimilarParty.elsewhere(COLLEAGUE)), similar);
    assertNull(similar.get(0).party());
  }

  @Test
  void duplicates_of_persons_are_told_as_existing_elsewhere_without_a_name() {
    PersonData same = mailed("Fionnuala", "Twofold", "fionnuala@twin.example");
    PersonView there = core.persons.add(foreign.id(), same);
    core.findDuplicates();
    assertEquals(there.id(), core.duplicates.check(same, own.id(), null, 10).get(0).person().id());

    reachOwn();

    assertEquals(
        List.of(SimilarPerson.elsewhere(COLLEAGUE)),
        core.duplicates.check(same, own.id(), null, 10));
    assertThrows(NotFound.class, () -> core.duplicates.check(same, foreign.id(), null, 10));
    core.scopes.nowReach(RecordScope.ALL);
    core.persons.remove(there.id(), any());
  }

  @Test
  void pairs_of_duplicate_persons() {
    PersonView one = core.persons.add(own.id(), mailed("Oisin", "Twice", "oisin@pair.example"));
    PersonView other =
        core.persons.add(foreign.id(), mailed("Oisin", "Twice", "oisin@pair.example"));
    core.findDuplicates();
    DuplicatePersonsQuery query = new DuplicatePersonsQuery(one.id(), false);
    long open = core.duplicates.progress().openPersons();
    assertEquals(1, core.duplicates.page(query, page()).items().size());

    reachOwn();

    assertTrue(core.duplicates.page(query, page()).items().isEmpty());
    assertTrue(core.duplicates.progress().openPersons() < open);
    assertThrows(NotFound.class, () -> core.duplicates.dismiss(one.id(), other.id()));
    assertThrows(NotFound.class, () -> core.duplicates.reopen(one.id(), other.id()));
    core.scopes.nowReach(RecordScope.ALL);
    core.persons.remove(one.id(), any());
    core.persons.remove(other.id(), any());
  }

  private static PersonData mailed(String first, String last, String email) {
    return PersonData.named(first, last).toBuilder()
        .emails(List.of(new Email("OFFICE", email)))
        .build();
  }

  @Test
  void pairs_of_duplicates() {
    PartyView one = core.parties.register(party("Gate Twin Works", SELF, null));
    PartyView other = core.parties.register(party("Gate Twin Works", COLLEAGUE, null));
    core.findDuplicates();
    DuplicateQuery query = new DuplicateQuery(one.id(), false);
    long open = core.duplicates.progress().open();
    assertEquals(1, core.duplicates.page(query, page()).items().size());

    reachOwn();

    assertTrue(core.duplicates.page(query, page()).items().isEmpty());
    assertTrue(core.duplicates.progress().open() < open);
    assertThrows(NotFound.class, () -> core.duplicates.dismiss(one.id(), other.id()));
    assertThrows(NotFound.class, () -> core.duplicates.reopen(one.id(), other.id()));
    core.scopes.nowReach(RecordScope.ALL);
    core.parties.remove(one.id(), any());
    core.parties.remove(other.id(), any());
  }

  @Test
  void bulk_acts() throws Exception {
    BulkOrder chosen = tag(Set.of(own.id(), foreign.id()), null);
    reachOwn();
    core.scopes.nowReach(RecordAction.READ, RecordScope.ALL);

    BulkPreview preview = core.bulkActs.preview(tag(null, PartyQuery.text("gate mill")));
    assertEquals(2, preview.matching());
    assertEquals("outsideScope", preview.refusals().get(0).code());
    BulkActView half = ended(core.bulkActs.start(chosen));
    assertEquals(List.of(1L, 1L), List.of(half.changed(), half.refused()));

    reachOwn();
    assertEquals(1, core.bulkActs.preview(chosen).matching());
    BulkActView act = ended(core.bulkActs.start(chosen));
    assertEquals(List.of(1L, 0L), List.of(act.total(), act.refused()));
    assertTrue(core.bulkActs.refusals(half.id(), page()).items().isEmpty(), "no name of it");
    BulkActView undone = ended(core.bulkActs.undo(half.id()));
    assertEquals(0, undone.refused());

    core.user.runAs(
        new User(new UserId(3), "third", "Third", Locale.ENGLISH, Set.of("*")),
        () -> {
          assertThrows(NotFound.class, () -> core.bulkActs.get(act.id()));
          assertTrue(core.bulkActs.page(page()).items().isEmpty());
          return null;
        });
    core.scopes.nowReach(RecordScope.ALL);
    assertEquals(List.of("gateforeign"), core.parties.get(foreign.id()).tags(), "never touched");
  }

  @Test
  void merges_and_the_list_of_them() {
    PartyView one = core.parties.register(party("Gate Merge One", COLLEAGUE, null));
    PartyView other = core.parties.register(party("Gate Merge Two", COLLEAGUE, null));
    MergeView merge = core.merges.merge(MergeParties.usual(one.id(), other.id()));

    reachOwn();

    assertTrue(core.merges.page(MergeQuery.all(), page()).items().isEmpty());
    assertThrows(NotFound.class, () -> core.merges.get(merge.id()));
    assertThrows(NotFound.class, () -> core.merges.undo(merge.id()));
    assertThrows(NotFound.class, () -> core.parties.get(other.id()), "not: it has moved");
    assertThrows(NotFound.class, () -> core.merges.preview(own.id(), List.of(foreign.id())));
    assertThrows(
        NotFound.class, () -> core.merges.merge(MergeParties.usual(own.id(), foreign.id())));
    assertThrows(
        NotFound.class, () -> core.merges.merge(MergeParties.usual(foreign.id(), own.id())));
    PersonView mine = core.persons.page(PersonQuery.of(own.id()), page()).items().get(0);
    assertThrows(NotFound.class, () -> core.merges.preview(mine.id(), List.of(foreignPerson.id())));
    assertThrows(
        NotFound.class, () -> core.merges.merge(MergePersons.usual(mine.id(), foreignPerson.id())));
    core.scopes.nowReach(RecordScope.ALL);
    core.merges.undo(merge.id());
    core.parties.remove(one.id(), any());
    core.parties.remove(other.id(), any());
  }

  @Test
  void admissions() {
    core.settings.set(Admissions.SETTING, "true");
    PartyView waiting = core.parties.register(party("Gate Waiting", COLLEAGUE, null));
    core.settings.set(Admissions.SETTING, "false");
    assertEquals(1, core.admissions.pending(100));

    reachOwn();

    assertEquals(0, core.admissions.pending(100));
    assertTrue(core.admissions.page(AdmissionState.PENDING, page()).items().isEmpty());
    assertTrue(core.admissions.of(waiting.id()).isEmpty());
    assertThrows(NotFound.class, () -> core.admissions.facts(waiting.id()));
    assertThrows(
        NotFound.class,
        () -> core.admissions.decide(waiting.id(), new AdmissionDecision(true, null)));
    assertThrows(NotFound.class, () -> core.admissions.ask(waiting.id(), "why"));
    core.scopes.nowReach(RecordScope.ALL);
    core.parties.remove(waiting.id(), any());
  }

  @Test
  void history() {
    CoreHistory history = new CoreHistory(core.unitOfWork, core.user, core.partyScopes);
    List<List<String>> foreignCards =
        List.of(
            List.of("party", "" + foreign.id().value()),
            List.of("person", "" + foreignPerson.id().value()),
            List.of("note", "" + foreignNote.id().value()),
            List.of("party", "99999999"),
            List.of("party", "none"));
    foreignCards.forEach(card -> history.requireReadable(card.get(0), card.get(1)));

    reachOwn();

    history.requireReadable("party", "" + own.id().value());
    foreignCards.forEach(
        card ->
            assertThrows(NotFound.class, () -> history.requireReadable(card.get(0), card.get(1))));
    assertThrows(
        Forbidden.class, () -> history.requireReadable("register", "" + register.id().value()));
  }

  @Test
  void imports_that_update() throws Exception {
    reachOwn();

    ImportView done =
        imported("name;PL_NIP;number\nTaken over;%s;\nFresh firm;;GATE-7\n".formatted(NIP));

    List<ImportRowView> rows = core.imports.rows(done.id(), null, page()).items();
    assertEquals(RowOutcome.Kind.REFUSED, rows.get(0).outcome());
    assertFalse(rows.get(0).toString().contains("Foreign"), rows.get(0)::toString);
    assertEquals(RowOutcome.Kind.CREATED, rows.get(1).outcome());
    PartyView fresh = core.parties.get(new PartyId(Long.parseLong(rows.get(1).recordId())));
    assertEquals(SELF, fresh.ownerId());

    core.user.runAs(
        new User(new UserId(3), "third", "Third", Locale.ENGLISH, Set.of("*")),
        () -> {
          assertThrows(NotFound.class, () -> core.imports.find(done.id()));
          assertTrue(core.imports.page(page()).items().isEmpty());
          return null;
        });
    core.scopes.nowReach(RecordScope.ALL);
    assertEquals("Gate Foreign Mill", core.parties.get(foreign.id()).name());
    core.parties.remove(fresh.id(), any());
  }

  @Test
  void a_deputy_finds_the_party_while_he_stands_in_and_no_longer() {
    core.scopes.nowReach(RecordScope.ownedBy(Set.of(SELF, COLLEAGUE)));

    assertEquals(foreign.id(), core.parties.get(foreign.id()).id());
    assertEquals(2, core.parties.count(PartyQuery.text("gate mill"), 100));
    assertEquals(foreignNote.id(), core.notes.get(foreignNote.id()).id());
    assertFalse(core.search.find("others", 10).isEmpty());
    assertFalse(core.timeline.of(foreign.id(), TimelineQuery.all(), page()).items().isEmpty());

    reachOwn();

    assertThrows(NotFound.class, () -> core.parties.get(foreign.id()));
    assertEquals(1, core.parties.count(PartyQuery.text("gate mill"), 100));
    assertThrows(NotFound.class, () -> core.notes.get(foreignNote.id()));
    assertTrue(core.search.find("others", 10).isEmpty());
    assertThrows(NotFound.class, () -> core.timeline.of(foreign.id(), TimelineQuery.all(), page()));
  }

  @Test
  void the_system_itself_reaches_all() {
    reachOwn();

    long all = core.user.runAs(User.SYSTEM, () -> core.parties.count(PartyQuery.all(), 100));

    assertTrue(all >= 2);
  }

  private static ImportView imported(String csv) throws Exception {
    ImportOptions options =
        new ImportOptions(
            ImportOptions.Mode.CREATE_AND_UPDATE,
            false,
            List.of("identifiers", "number"),
            false,
            null);
    ImportView started =
        core.imports.start(new ImportOrder("party", "gate.csv", null, options, false), bytes(csv));
    core.background.submit(() -> {}).get(60, TimeUnit.SECONDS);
    return core.imports.find(started.id());
  }

  private static BulkActView ended(BulkActView act) throws Exception {
    core.background.submit(() -> {}).get(60, TimeUnit.SECONDS);
    return core.bulkActs.get(act.id());
  }

  private static BulkOrder tag(Set<PartyId> parties, PartyQuery filter) {
    return new BulkOrder(BulkVerb.TAG, parties, filter, List.of("swept"), null, null, null, null);
  }

  private static String export(String type, Object... ids) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> wanted = Stream.of(ids).map(String::valueOf).toList();
    core.exports.write(
        core.exports
            .order(
                new ExportOrder(
                    type, FileFormat.CSV, null, new ExportQuery(Map.of(), null, wanted)))
            .id(),
        out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<PartyId> ids(PartyQuery query, String sort) {
    return core.parties.page(query, new PageRequest(100, null, sort)).items().stream()
        .map(PartySummary::id)
        .toList();
  }

  private static PartyData party(String name, UserId owner, String nip) {
    PartyData data = PartyData.organisation(name);
    return PartyData.organisation(name).toBuilder()
        .identifiers(nip == null ? null : List.of(new Identifier("PL_NIP", nip)))
        .ownerId(owner)
        .tags(
            name.startsWith("Gate Own")
                ? List.of("gateown")
                : name.startsWith("Gate Foreign") ? List.of("gateforeign") : null)
        .build();
  }

  private static PageRequest page() {
    return PageRequest.first(100);
  }

  private static ExpectedRevision any() {
    return ExpectedRevision.any();
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertField(String field, Executable act) {
    assertEquals(field, assertThrows(InvalidInput.class, act).errors().get(0).field());
  }

  /** What is out of reach is refused just as what there is not. */
  private static void assertSame404(Executable hidden, Executable missing) {
    NotFound one = assertThrows(NotFound.class, hidden);
    NotFound other = assertThrows(NotFound.class, missing);
    assertEquals(other.key(), one.key());
    assertEquals(other.arguments().size(), one.arguments().size());
  }
}
