package org.kartoteka.core.internal.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.note.NoteData;
import org.kartoteka.core.api.note.NoteView;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.api.retention.RetentionDecision;
import org.kartoteka.core.api.retention.RetentionOutcome;
import org.kartoteka.core.api.retention.RetentionReviewId;
import org.kartoteka.core.api.retention.RetentionReviewView;
import org.kartoteka.core.api.retention.RetentionRuleView;
import org.kartoteka.core.api.retention.RetentionState;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.core.internal.data.Acts;
import org.kartoteka.core.internal.privacy.PrivacyFixture;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.job.JobRun;
import org.kartoteka.platform.api.privacy.RetentionKind;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.ProofNeeded;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.platform.api.security.RecordScope;

class RetentionTest {

  private static final String NOTES = "core.note";
  private static final String PROSPECTS = "core.prospect";
  private static final LocalDate NEXT_YEAR = LocalDate.now().plusYears(1);

  private final CoreFixture core = new CoreFixture();
  private final PrivacyFixture privacy = new PrivacyFixture(core);
  private final Acts acts = new Acts(core.clock, core.user);
  private final RetentionKinds kinds = new RetentionKinds();
  private final RetentionStore store = new RetentionStore(core.unitOfWork, core.partyScopes);
  private final RetentionRulesService rules =
      new RetentionRulesService(core.unitOfWork, core.user, kinds, store, core.history, acts);
  private final RetentionReviewsService reviews =
      new RetentionReviewsService(
          core.unitOfWork,
          core.user,
          core.user,
          core.user,
          core.messages,
          kinds,
          store,
          core.partyScopes,
          core.history,
          acts);
  private final ReviewRetention job = new ReviewRetention(core.unitOfWork, kinds, store, acts);
  private final RetentionKind notes =
      new NoteRetention(core.unitOfWork, privacy.holders, core.journal);

  RetentionTest() {
    kinds.bindKind(notes);
    kinds.bindKind(new ProspectRetention(core.unitOfWork, privacy.rights));
    kinds.bindKind(new PassivePersonRetention(core.unitOfWork, privacy.rights));
  }

  @AfterEach
  void close() {
    core.close();
  }

  @Test
  void what_is_older_than_its_rule_is_put_on_the_list_and_nothing_is_removed() {
    NoteView old = note("long ago", 61);
    note("lately", 59);

    rules.set(NOTES, 60);
    review();

    List<RetentionReviewView> due = due(NOTES);
    assertEquals(List.of("long ago"), due.stream().map(RetentionReviewView::label).toList());
    assertTrue(Duration.between(since(61), due.get(0).since()).abs().toMinutes() < 5);
    assertTrue(due.get(0).dueSince().isBefore(Instant.now()));
    assertEquals(1, rules.rules().get(0).due());
    assertTrue(core.notes.find(old.id()).isPresent());
  }

  @Test
  void who_is_young_again_leaves_the_list() {
    PersonView person = prospect("Zofia", 30);
    rules.set(PROSPECTS, 24);
    review();
    assertEquals(1, due(PROSPECTS).size());

    RetentionReviewId waiting = due(PROSPECTS).get(0).id();
    core.notes.write(person.partyId(), null, NoteData.text("called"));

    RetentionOutcome outcome =
        reviews.decide(List.of(waiting), RetentionDecision.erase("too old")).get(0);
    assertFalse(outcome.done());
    assertTrue(outcome.problem().contains("not-due"), outcome.problem());
    rules.set(PROSPECTS, 24);
    review();
    assertEquals(List.of(), due(PROSPECTS));
    assertEquals("Zofia", core.persons.get(person.id()).firstName());
  }

  @Test
  void an_erased_prospect_is_erased_everywhere_and_never_due_again() {
    PersonView person = prospect("Zofia", 30);
    rules.set(PROSPECTS, 24);
    review();

    reviews.decide(
        List.of(due(PROSPECTS).get(0).id()), RetentionDecision.erase("Nowak asked nothing"));

    assertNull(core.persons.get(person.id()).firstName());
    RetentionReviewView erased = of(PROSPECTS, RetentionState.ERASED).get(0);
    assertEquals("tester", erased.decidedBy());
    assertFalse(erased.erased().isEmpty());
    assertFalse(erased.reason().contains("Nowak"), erased.reason());
    age("party", person.partyId().value(), 30);
    age("person", person.id().value(), 30);
    rules.set(PROSPECTS, 24);
    review();
    assertEquals(List.of(), due(PROSPECTS));
  }

  @Test
  void a_note_is_erased_with_its_files() {
    NoteView note = note("long ago", 61);
    core.notes.attach(note.id(), "a.txt", new ByteArrayInputStream(new byte[] {1}));
    rules.set(NOTES, 60);
    review();

    reviews.decide(List.of(due(NOTES).get(0).id()), RetentionDecision.erase("old"));

    assertTrue(core.notes.find(note.id()).isEmpty());
    assertEquals(List.of(), core.attachments.of("note", Long.toString(note.id().value())));
  }

  @Test
  void what_is_kept_comes_back_after_its_day() {
    note("long ago", 61);
    rules.set(NOTES, 60);
    review();
    RetentionReviewId id = due(NOTES).get(0).id();

    reviews.decide(List.of(id), RetentionDecision.keep(NEXT_YEAR, "a lawsuit"));

    review();
    assertEquals(List.of(), due(NOTES));
    assertEquals("a lawsuit", of(NOTES, RetentionState.KEPT).get(0).reason());
    core.postgres.execute("update core.retention_review set kept_until = current_date - 1");
    core.postgres.execute("update core.retention_rule set reviewed_at = null");
    review();
    assertEquals(id, due(NOTES).get(0).id());
    assertNull(due(NOTES).get(0).reason());
  }

  @Test
  void one_that_is_refused_does_not_stop_the_others() {
    note("long ago", 61);
    rules.set(NOTES, 60);
    review();

    List<RetentionOutcome> outcomes =
        reviews.decide(
            List.of(new RetentionReviewId(4711), due(NOTES).get(0).id()),
            RetentionDecision.erase("old"));

    assertEquals(List.of(false, true), outcomes.stream().map(RetentionOutcome::done).toList());
  }

  @Test
  void a_rule_whose_bundle_is_away_rests() {
    note("long ago", 61);
    rules.set(NOTES, 60);
    review();
    RetentionReviewId id = due(NOTES).get(0).id();
    kinds.unbindKind(notes);
    note("older still", 70);

    core.postgres.execute("update core.retention_rule set reviewed_at = null");
    review();

    RetentionRuleView rule =
        rules.rules().stream().filter(one -> one.kind().equals(NOTES)).findFirst().orElseThrow();
    assertTrue(rule.resting());
    assertEquals(1, due(NOTES).size());
    assertTrue(due(NOTES).get(0).resting());
    assertNull(due(NOTES).get(0).label());
    assertFalse(reviews.decide(List.of(id), RetentionDecision.erase("old")).get(0).done());
    assertThrows(NotFound.class, () -> rules.set(NOTES, 12));
  }

  @Test
  void of_many_that_are_erased_at_once_one_that_cannot_be_keeps_none_of_the_others() {
    List<PersonView> persons =
        IntStream.range(0, 23).mapToObj(i -> prospect("Zofia" + i, 30)).toList();
    rules.set(PROSPECTS, 24);
    review();
    List<RetentionReviewView> due = reviews.page(PROSPECTS, null, PageRequest.first(100)).items();
    core.notes.write(persons.get(3).partyId(), null, NoteData.text("called"));

    List<RetentionOutcome> outcomes =
        reviews.decide(
            due.stream().map(RetentionReviewView::id).toList(), RetentionDecision.erase("too old"));

    assertEquals(
        due.stream().map(RetentionReviewView::id).toList(),
        outcomes.stream().map(RetentionOutcome::id).toList());
    assertEquals(1, outcomes.stream().filter(outcome -> !outcome.done()).count());
    assertEquals(1, due(PROSPECTS).size());
    assertEquals("Zofia3", core.persons.get(persons.get(3).id()).data().firstName());
    assertNull(core.persons.get(persons.get(4).id()).data().firstName());
    RetentionReviewView erased =
        reviews.page(PROSPECTS, RetentionState.ERASED, PageRequest.first(100)).items().get(0);
    assertTrue(erased.erased().stream().anyMatch(one -> one.kind().equals("person")));
  }

  @Test
  void the_list_is_paged_by_keyset() {
    for (int i = 0; i < 5; i++) {
      note("note " + i, 61 + i);
    }
    rules.set(NOTES, 60);
    review();

    var first = reviews.page(NOTES, null, PageRequest.first(3));
    var second = reviews.page(NOTES, null, new PageRequest(3, first.next(), null));

    assertEquals("note 4", first.items().get(0).label());
    assertEquals(List.of("note 1", "note 0"), labels(second.items()));
    assertNull(second.next());
  }

  @Test
  void a_rule_that_ends_takes_what_waits_with_it() {
    note("long ago", 61);
    rules.set(NOTES, 60);
    review();

    rules.end(NOTES);

    assertEquals(List.of(), due(NOTES));
    assertNull(rules.rules().get(0).months());
    assertThrows(NotFound.class, () -> rules.end(NOTES));
  }

  @Test
  void deciding_needs_rights_reach_reason_and_proof() {
    note("long ago", 61);
    rules.set(NOTES, 60);
    review();
    List<RetentionReviewId> id = List.of(due(NOTES).get(0).id());

    assertThrows(
        InvalidInput.class, () -> reviews.decide(id, RetentionDecision.keep(NEXT_YEAR, " ")));
    assertThrows(
        InvalidInput.class,
        () -> reviews.decide(id, RetentionDecision.keep(LocalDate.now().minusDays(1), "why")));
    assertThrows(
        InvalidInput.class, () -> reviews.decide(id, new RetentionDecision(null, null, "why")));
    core.scopes.nowReach(RecordAction.DELETE, RecordScope.NONE);
    assertFalse(reviews.decide(id, RetentionDecision.erase("old")).get(0).done());
    core.scopes.nowReach(RecordAction.READ, RecordScope.NONE);
    assertEquals(List.of(), due(NOTES));
    assertEquals(0, rules.rules().get(0).due());
    core.user.provedLongAgo();
    assertThrows(ProofNeeded.class, () -> reviews.decide(id, RetentionDecision.erase("old")));
    core.user.nowMay("core.privacy.manage");
    assertThrows(Forbidden.class, () -> reviews.decide(id, RetentionDecision.erase("old")));
    core.user.nowMay("core.note.read");
    assertThrows(Forbidden.class, () -> due(NOTES));
    assertThrows(Forbidden.class, rules::rules);
    assertThrows(Forbidden.class, () -> rules.set(NOTES, 1));
    assertThrows(Forbidden.class, () -> rules.end(NOTES));
  }

  private NoteView note(String text, int months) {
    PartyView party = core.parties.register(PartyData.organisation("Tartak"));
    NoteView note = core.notes.write(party.id(), null, NoteData.text(text));
    core.postgres.execute(
        "update core.note set written_at = '%s' where id = %d"
            .formatted(since(months), note.id().value()));
    return note;
  }

  private PersonView prospect(String firstName, int months) {
    PartyView party = core.parties.register(PartyData.organisation("Tartak"));
    PersonView person = core.persons.add(party.id(), PersonData.named(firstName, "Nowak"));
    age("party", party.id().value(), months);
    age("person", person.id().value(), months);
    return person;
  }

  private void age(String table, long id, int months) {
    core.postgres.execute(
        "update core.%s set changed_at = '%s' where id = %d".formatted(table, since(months), id));
  }

  private static Instant since(int months) {
    return Instant.now().atZone(java.time.ZoneOffset.UTC).minusMonths(months).toInstant();
  }

  private void review() {
    job.run(
        new JobRun() {
          @Override
          public Instant startedAt() {
            return Instant.now();
          }

          @Override
          public Instant previousStart() {
            return null;
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        });
  }

  private List<RetentionReviewView> due(String kind) {
    return of(kind, null);
  }

  private List<RetentionReviewView> of(String kind, RetentionState state) {
    return reviews.page(kind, state, PageRequest.first()).items();
  }

  private static List<String> labels(List<RetentionReviewView> reviews) {
    return reviews.stream().map(RetentionReviewView::label).toList();
  }
}
