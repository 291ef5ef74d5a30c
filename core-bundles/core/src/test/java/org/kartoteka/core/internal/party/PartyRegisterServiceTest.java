package org.kartoteka.core.internal.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kartoteka.core.api.custom.CustomFieldData;
import org.kartoteka.core.api.custom.CustomFieldType;
import org.kartoteka.core.api.note.NoteData;
import org.kartoteka.core.api.party.Address;
import org.kartoteka.core.api.party.BankAccount;
import org.kartoteka.core.api.party.Dealing;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.Identifier;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyKind;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.core.api.party.event.PartyChanged;
import org.kartoteka.core.api.party.event.PartyRegistered;
import org.kartoteka.core.api.party.event.PartyRemoved;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.history.ChangeView;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.problem.StaleRevision;
import org.kartoteka.platform.api.security.UserId;

class PartyRegisterServiceTest {

  private static CoreFixture core;

  @BeforeAll
  static void start() {
    core = new CoreFixture();
    core.customFields.define(
        CustomFieldData.of(PartyRegister.TYPE, "shirt", "Shirt", CustomFieldType.TEXT));
    core.customFields.define(
        CustomFieldData.of(PartyRegister.TYPE, "count", "Count", CustomFieldType.NUMBER));
  }

  @AfterAll
  static void stop() {
    core.close();
  }

  @Test
  void a_party_is_kept_with_all_its_data() {
    PartyView party = core.parties.register(everything("Zakład Żółw sp. z o.o.", null));

    PartyView read = core.parties.get(party.id());

    assertEquals(party, read);
    assertEquals(PartyStatus.POTENTIAL, read.status());
    assertEquals("tester", read.createdBy());
    assertTrue(read.number().matches("P\\d{6}"), read.number());
    assertEquals(List.of(new Identifier("PL_NIP", "8567346215")), read.identifiers());
    assertEquals(List.of(new Phone("MOBILE", "+48600123456")), read.phones());
    assertEquals(Map.of("shirt", "XL", "count", "5"), read.custom());
    assertEquals(List.of("quote\"d \\ tag", "vip"), read.tags());
  }

  @Test
  void registering_is_written_to_journal_and_history() {
    PartyView party = core.parties.register(PartyData.organisation("Witnessed"));

    assertTrue(
        core.journal
            .events(PartyRegistered.class)
            .contains(new PartyRegistered(party.id(), PartyKind.ORGANISATION, "Witnessed")));
    ChangeView created = history(party.id()).get(0);
    assertEquals(ChangeView.Kind.CREATED, created.kind());
    assertTrue(created.changes().contains(new FieldChange("name", null, "Witnessed")));
  }

  @Test
  void a_change_keeps_what_was_before() {
    PartyView party = core.parties.register(PartyData.organisation("Before"));

    PartyView changed =
        core.parties.change(
            party.id(), ExpectedRevision.of(party.revision()), everything("After", party.number()));

    assertEquals(changed, core.parties.get(party.id()));
    assertTrue(changed.revision() > party.revision());
    ChangeView change = history(party.id()).get(0);
    assertTrue(change.changes().contains(new FieldChange("name", "Before", "After")));
    assertTrue(change.changes().contains(new FieldChange("phones", null, "MOBILE: +48600123456")));
    assertTrue(
        core.journal.events(PartyChanged.class).stream()
            .anyMatch(event -> event.party().equals(party.id()) && event.fields().contains("web")));
  }

  @Test
  void a_change_that_changes_nothing_is_none() {
    PartyView party = core.parties.register(everything("Same", null));

    PartyView same =
        core.parties.change(party.id(), ExpectedRevision.of(party.revision()), party.data());

    assertEquals(party, same);
    assertEquals(party, core.parties.get(party.id()));
    assertEquals(1, history(party.id()).size());
  }

  @Test
  void a_change_on_an_old_revision_is_refused() {
    PartyView party = core.parties.register(PartyData.organisation("First"));
    ExpectedRevision old = ExpectedRevision.of(party.revision());
    core.parties.change(party.id(), old, PartyData.organisation("Second"));

    assertThrows(
        StaleRevision.class,
        () -> core.parties.change(party.id(), old, PartyData.organisation("Third")));

    assertEquals("Second", core.parties.get(party.id()).name());
    core.parties.change(party.id(), ExpectedRevision.any(), PartyData.organisation("Fourth"));
    assertEquals("Fourth", core.parties.get(party.id()).name());
  }

  @Test
  void of_many_changes_at_once_on_one_revision_one_is_taken() throws Exception {
    PartyView party = core.parties.register(PartyData.organisation("Contested"));
    ExpectedRevision revision = ExpectedRevision.of(party.revision());

    List<Boolean> taken =
        atOnce(
            8,
            number -> {
              try {
                core.parties.change(
                    party.id(), revision, PartyData.organisation("Winner " + number));
                return true;
              } catch (StaleRevision lost) {
                return false;
              }
            });

    assertEquals(1, taken.stream().filter(won -> won).count());
  }

  @Test
  void a_number_is_given_once() throws Exception {
    List<String> given =
        atOnce(
            8,
            number -> core.parties.register(PartyData.organisation("Numbered " + number)).number());
    assertEquals(8, new HashSet<>(given).size());
    PartyView own = core.parties.register(everything("Own number", "K-2026/7"));

    InvalidInput taken =
        assertThrows(
            InvalidInput.class, () -> core.parties.register(everything("Another", "k-2026/7")));

    assertEquals("notUnique", taken.errors().get(0).code());
    assertEquals("number", taken.errors().get(0).field());
    assertEquals("K-2026/7", own.number());
    core.parties.change(own.id(), ExpectedRevision.any(), everything("Own number", "k-2026/7"));
    assertEquals("k-2026/7", core.parties.get(own.id()).number());
  }

  @Test
  void a_number_that_the_register_would_give_next_is_passed_over_when_taken() {
    String last = core.parties.register(PartyData.organisation("Last")).number();
    String next = "P%06d".formatted(Integer.parseInt(last.substring(1)) + 1);
    core.parties.register(everything("Impatient", next));

    PartyView party = core.parties.register(PartyData.organisation("Patient"));

    assertFalse(party.number().equals(next));
  }

  @Test
  void the_kind_cannot_be_changed() {
    PartyView party = core.parties.register(PartyData.organisation("Firm"));

    InvalidInput refused =
        assertThrows(
            InvalidInput.class,
            () ->
                core.parties.change(
                    party.id(), ExpectedRevision.any(), PartyData.naturalPerson("A", "B")));

    assertEquals("fixed", refused.errors().get(0).code());
  }

  @Test
  void barring_needs_a_reason_and_closes_the_gate() {
    PartyView party = core.parties.register(PartyData.organisation("Debtor"));
    assertTrue(core.gate.permits(party.id(), Dealing.OFFER));
    assertFalse(core.gate.permits(party.id(), Dealing.SUPPLY));
    assertThrows(
        InvalidInput.class,
        () ->
            core.parties.changeStatus(party.id(), ExpectedRevision.any(), PartyStatus.BARRED, " "));

    PartyView barred =
        core.parties.changeStatus(
            party.id(), ExpectedRevision.of(party.revision()), PartyStatus.BARRED, "Never pays");

    assertEquals(PartyStatus.BARRED, barred.status());
    Refused refused =
        assertThrows(Refused.class, () -> core.gate.require(party.id(), Dealing.CONTACT));
    assertEquals("problem.party.barred", refused.key());
    assertTrue(
        history(party.id())
            .get(0)
            .changes()
            .contains(new FieldChange("statusReason", null, "Never pays")));
    assertThrows(
        NotFound.class, () -> core.gate.require(new PartyId(999_999_999), Dealing.CONTACT));
  }

  @Test
  void a_removed_party_takes_its_persons_and_notes_with_it() throws Exception {
    PartyView party = core.parties.register(PartyData.organisation("Leaving"));
    var boss = core.persons.add(party.id(), PersonData.named("Anna", "Boss"));
    core.persons.add(
        party.id(), PersonData.named("Jan", "Below").toBuilder().superiorId(boss.id()).build());
    var note = core.notes.write(party.id(), boss.id(), NoteData.text("About Anna"));
    core.notes.attach(note.id(), "a.txt", new java.io.ByteArrayInputStream(new byte[] {1, 2, 3}));

    core.parties.remove(party.id(), ExpectedRevision.any());

    assertTrue(core.parties.find(party.id()).isEmpty());
    assertTrue(core.persons.find(boss.id()).isEmpty());
    assertTrue(core.notes.find(note.id()).isEmpty());
    assertEquals(List.of(), core.attachments.of("note", "" + note.id().value()));
    assertTrue(
        core.journal.events(PartyRemoved.class).contains(new PartyRemoved(party.id(), "Leaving")));
  }

  @Test
  void a_party_that_features_refer_to_stays() {
    core.postgres.execute(
        "create schema if not exists feature; create table if not exists feature.deal"
            + " (party_id bigint references core.party)");
    PartyView party = core.parties.register(PartyData.organisation("Needed"));
    core.postgres.execute("insert into feature.deal values (" + party.id().value() + ")");

    Refused refused =
        assertThrows(Refused.class, () -> core.parties.remove(party.id(), ExpectedRevision.any()));

    assertEquals("problem.party.in-use", refused.key());
    assertTrue(core.parties.find(party.id()).isPresent());
  }

  @Test
  void acts_need_their_rights() {
    PartyView party = core.parties.register(PartyData.organisation("Guarded"));
    core.user.nowMay("core.party.read");
    try {
      assertEquals("Guarded", core.parties.get(party.id()).name());
      assertThrows(Forbidden.class, () -> core.parties.register(PartyData.organisation("X")));
      assertThrows(
          Forbidden.class,
          () -> core.parties.change(party.id(), ExpectedRevision.any(), party.data()));
      assertThrows(
          Forbidden.class,
          () ->
              core.parties.changeStatus(
                  party.id(), ExpectedRevision.any(), PartyStatus.ACTIVE, null));
      assertThrows(Forbidden.class, () -> core.parties.remove(party.id(), ExpectedRevision.any()));
    } finally {
      core.user.nowMay("*");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 5300})
  void few_and_many_hits_of_a_text_come_in_the_order_of_the_list(int hits) {
    String word = "hits" + hits;
    core.postgres.execute(
        "insert into core.party (id, revision, kind, name, number, status, created_at, created_by,"
            + " changed_at, changed_by, search_text) select 1000000 + "
            + hits * 10_000
            + " + n, 1, 'ORGANISATION', 'H' || lpad((n * 7 % "
            + hits
            + ")::text, 5, '0'), '"
            + word
            + "-' || n, 'ACTIVE', now(), 'test', now(), 'test', ' "
            + word
            + " ' from generate_series(0, "
            + (hits - 1)
            + ") n");
    PartyQuery query = PartyQuery.text(word);

    Page<PartySummary> first = core.parties.page(query, new PageRequest(3, null, "name"));
    Page<PartySummary> second = core.parties.page(query, new PageRequest(3, first.next(), "name"));
    core.postgres.execute("delete from core.party where number like '" + word + "-%'");

    assertEquals(List.of("H00000", "H00001", "H00002"), names(first));
    assertEquals(List.of("H00003", "H00004", "H00005"), names(second));
  }

  private static List<String> names(Page<PartySummary> page) {
    return page.items().stream().map(PartySummary::name).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "-name",
        "number",
        "-number",
        "status",
        "-status",
        "city",
        "-city",
        "rating",
        "-rating",
        "changedAt",
        "-changedAt"
      })
  void pages_neither_lose_nor_repeat_a_party(String sort) {
    Set<PartyId> expected = new HashSet<>();
    for (int i = 0; i < 37; i++) {
      expected.add(core.parties.register(listed(i, sort)).id());
    }

    List<PartyId> seen = new ArrayList<>();
    String after = null;
    do {
      Page<PartySummary> page =
          core.parties.page(
              PartyQuery.where().tag("paged" + sort).query(), new PageRequest(7, after, sort));
      page.items().forEach(party -> seen.add(party.id()));
      after = page.next();
    } while (after != null);

    assertEquals(37, seen.size());
    assertEquals(expected, new HashSet<>(seen));
  }

  @Test
  void names_that_differ_in_capitals_only_stand_together() {
    for (String name : List.of("Kapital Zet", "KAPITAL ALFA", "kapital zet", "Kapital alfa")) {
      core.parties.register(PartyData.organisation(name));
    }
    PartyQuery query = PartyQuery.text("kapital");

    List<String> seen = new ArrayList<>();
    String after = null;
    do {
      Page<PartySummary> page = core.parties.page(query, new PageRequest(1, after, "name"));
      seen.addAll(names(page));
      after = page.next();
    } while (after != null);

    assertEquals(List.of("KAPITAL ALFA", "Kapital alfa", "Kapital Zet", "kapital zet"), seen);
  }

  @Test
  void names_are_sorted_as_people_expect() {
    for (String name : List.of("Ćwik", "Czajka", "Zebra", "Яблоко", "ćma", "Łoś", "Lis", "Борис")) {
      core.parties.register(tagged(name, "collation"));
    }

    List<String> names =
        core
            .parties
            .page(PartyQuery.where().tag("collation").query(), PageRequest.first())
            .items()
            .stream()
            .map(PartySummary::name)
            .toList();

    assertEquals(List.of("ćma", "Ćwik", "Czajka", "Lis", "Łoś", "Zebra", "Борис", "Яблоко"), names);
  }

  @Test
  void filters_narrow_the_list() {
    PartyView party = core.parties.register(everything("Filtered", null));
    core.parties.changeStatus(party.id(), ExpectedRevision.any(), PartyStatus.PASSIVE, null);
    var register =
        core.registers.define(
            org.kartoteka.core.api.register.RegisterData.byHand("Filter base", null));
    core.registers.put(register.id(), List.of(party.id()));

    for (PartyQuery query :
        List.of(
            PartyQuery.text("filtered"),
            PartyQuery.where()
                .text("Filtered")
                .status(PartyStatus.PASSIVE)
                .kind(PartyKind.ORGANISATION)
                .role("supplier")
                .tag("vip")
                .register(register.id())
                .owner(new UserId(77))
                .city("ŁÓDŹ")
                .country("pl")
                .query(),
            PartyQuery.where().register(register.id()).query())) {
      assertEquals(
          List.of(party.id()),
          core.parties.page(query, PageRequest.first()).items().stream()
              .map(PartySummary::id)
              .toList());
      assertEquals(1, core.parties.count(query, 10));
    }
    assertEquals(
        0,
        core.parties.count(
            PartyQuery.where().text("Filtered").status(PartyStatus.ACTIVE).query(), 10));
  }

  @Test
  void counting_stops_at_the_limit() {
    for (int i = 0; i < 5; i++) {
      core.parties.register(tagged("Counted", "counted"));
    }

    assertEquals(3, core.parties.count(PartyQuery.text("counted"), 3));
  }

  @Test
  void tags_in_use_are_counted() {
    core.parties.register(tagged("A", "unusual"));
    core.parties.register(tagged("B", "unusual"));

    assertTrue(
        core.parties.tags().stream()
            .anyMatch(tag -> tag.name().equals("unusual") && tag.parties() == 2));
  }

  @Test
  void foreign_cursors_and_sorts_are_refused() {
    for (PageRequest request :
        List.of(
            new PageRequest(10, "nonsense", null),
            new PageRequest(10, null, "colour"),
            new PageRequest(10, "PWEfPWI", "rating"))) {
      assertThrows(InvalidInput.class, () -> core.parties.page(PartyQuery.all(), request));
    }
  }

  @Test
  void the_history_calls_an_owner_by_name() {
    core.users.with(71, "anna", "Anna Nowak").with(72, "ewa", "Ewa Zielona");
    PartyId party = core.parties.register(owned(71L)).id();
    core.parties.change(party, ExpectedRevision.any(), owned(72L));
    core.parties.change(party, ExpectedRevision.any(), owned(99L));

    List<FieldChange> changes =
        history(party).stream()
            .flatMap(act -> act.changes().stream())
            .filter(change -> change.field().equals("ownerId"))
            .toList();

    assertEquals(
        List.of(
            new FieldChange("ownerId", "Ewa Zielona", "#99"),
            new FieldChange("ownerId", "Anna Nowak", "Ewa Zielona"),
            new FieldChange("ownerId", null, "Anna Nowak")),
        changes);
  }

  private static PartyData owned(Long owner) {
    return PartyData.organisation("Owned").toBuilder().ownerId(new UserId(owner)).build();
  }

  private static List<ChangeView> history(PartyId id) {
    return core.history.of("party", "" + id.value(), PageRequest.first()).items();
  }

  private static PartyData tagged(String name, String tag) {
    return PartyData.organisation(name).toBuilder().tags(List.of(tag)).build();
  }

  private static PartyData listed(int i, String sort) {
    return PartyData.organisation("Paged " + i % 5).toBuilder()
        .addresses(
            i % 3 == 0
                ? null
                : List.of(new Address("SEAT", null, null, "City " + i % 4, null, null)))
        .rating(i % 4 == 0 ? null : i % 5 + 1)
        .tags(List.of("paged" + sort))
        .build();
  }

  private static PartyData everything(String name, String number) {
    return PartyData.organisation(name).toBuilder()
        .shortName("Short")
        .number(number)
        .identifiers(List.of(new Identifier("PL_NIP", "856-734-62-15")))
        .addresses(List.of(new Address("SEAT", "Piotrkowska 1", "90-001", "Łódź", null, "pl")))
        .phones(List.of(new Phone("MOBILE", "600 123 456")))
        .emails(List.of(new Email("OFFICE", "Biuro@Example.PL")))
        .web("www.example.pl")
        .bankAccounts(
            List.of(new BankAccount("PL61 1090 1014 0000 0712 1981 2874", null, "Bank", "pln")))
        .paymentTermDays(14)
        .documentText("Thank you\nfor your order")
        .language("pl")
        .currency("pln")
        .rating(4)
        .ownerId(new UserId(77))
        .tags(List.of("vip", "quote\"d \\ tag"))
        .roles(List.of("supplier", "CUSTOMER"))
        .custom(Map.of("shirt", "XL", "count", 5))
        .build();
  }

  private interface Numbered<T> {
    T call(int number) throws Exception;
  }

  private static <T> List<T> atOnce(int times, Numbered<T> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(times);
    try {
      List<Callable<T>> calls = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        int number = i;
        calls.add(() -> work.call(number));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> result : threads.invokeAll(calls)) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
