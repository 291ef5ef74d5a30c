package org.kartoteka.core.internal.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.internal.domain.Person;
import org.kartoteka.core.internal.domain.PhoneNumbers;
import org.kartoteka.core.internal.party.PartyRecords.Card;
import org.kartoteka.core.internal.person.PersonFinder.Likeness;
import org.kartoteka.core.internal.person.PersonRecords.Addition;
import org.kartoteka.platform.api.exchange.ImportOptions;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.RecordAction;

/** A batch of rows of persons: their parties and they themselves are looked for all at once. */
final class PersonBatch {

  private static final List<String> OF_THE_ROW = List.of("recordId", "party", RowNote.NAME);

  private final PersonWriting writing;
  private final ImportOptions options;
  private final List<Map<String, String>> rows;
  private final NamedParties named;
  private final Superiors superiors;
  private final List<RowNote> notes = new ArrayList<>();
  private final List<Person> persons = new ArrayList<>();
  private final Map<Object, List<RecordRef>> found = new HashMap<>();
  private final Map<Object, Integer> places = new HashMap<>();
  private final List<Addition> fresh = new ArrayList<>();
  private Map<PartyId, Card> cards = Map.of();
  private HeldPersons held;

  PersonBatch(PersonWriting writing, ImportOptions options, List<Map<String, String>> rows) {
    this.writing = writing;
    this.options = options;
    this.rows = rows.stream().map(PersonRow::named).toList();
    this.superiors = new Superiors(writing.personFinder);
    this.named = new NamedParties(writing.partyFinder, writing.scopes);
  }

  /** A key by a rule. */
  private record Key(String rule, Object value) {}

  /** Takes the rows. */
  List<RowOutcome> outcomes() {
    named.find(rows.stream().map(row -> row.get("party")).filter(Objects::nonNull).toList());
    List<List<Key>> keys = rows.stream().map(this::keys).toList();
    find(keys);
    Set<PersonId> matched = new HashSet<>();
    if (options.mode().updates()) {
      keys.forEach(
          own ->
              own.stream()
                  .map(key -> found.getOrDefault(key, List.of()))
                  .filter(refs -> !refs.isEmpty())
                  .findFirst()
                  .ifPresent(refs -> refs.forEach(ref -> matched.add(id(ref)))));
    }
    cards = new HashMap<>(writing.parties.holdOrganisations(named.unambiguous()));
    held = HeldPersons.of(writing.entities, writing.parties, matched);
    if (rows.stream().anyMatch(row -> row.containsKey(Superiors.NAME))) {
      Set<PartyId> parties = new HashSet<>(cards.keySet());
      parties.addAll(held.parties());
      superiors.find(parties);
    }
    List<Supplier<RowOutcome>> outcomes = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      outcomes.add(outcome(rows.get(i), keys.get(i)));
    }
    addWaiting();
    RowNote.write(notes, writing.notes);
    writing.entities.write();
    return outcomes.stream().map(Supplier::get).toList();
  }

  /** Adds the persons that wait to be added all together. */
  private void addWaiting() {
    List<Addition> waiting = fresh.subList(persons.size(), fresh.size());
    if (!waiting.isEmpty()) {
      List<Person> added = writing.persons.addAll(waiting);
      for (int i = 0; i < added.size(); i++) {
        superiors.add(added.get(i).party(), added.get(i).id(), waiting.get(i).data());
      }
      persons.addAll(added);
      superiors.expectNobody();
    }
  }

  /** The cells of a row that are the person's own, with the superior's id instead of its name. */
  private Map<String, String> own(Map<String, String> row, PartyId party, PersonId superior) {
    Map<String, String> own = new LinkedHashMap<>(row);
    own.keySet().removeAll(OF_THE_ROW);
    if (Superiors.isIn(row)) {
      String text = row.get(Superiors.NAME);
      if (superiors.isExpected(party, text)) {
        addWaiting();
      }
      own.put(Superiors.NAME, Long.toString(superiors.of(party, text, superior).value()));
    }
    return own;
  }

  private RowNote note(Map<String, String> row, Supplier<Person> person) {
    return RowNote.of(row, () -> person.get().party(), () -> person.get().id());
  }

  private void keep(RowNote note) {
    if (note != null) {
      notes.add(note);
    }
  }

  private List<Key> keys(Map<String, String> row) {
    List<Key> keys = new ArrayList<>();
    for (String rule : options.matchBy()) {
      switch (rule) {
        case "recordId" -> {
          String id = row.getOrDefault("recordId", "").strip();
          if (id.matches("\\d{1,18}")) {
            keys.add(new Key(rule, new PersonId(Long.parseLong(id))));
          }
        }
        case "email" ->
            email(row).ifPresent(mail -> keys.add(new Key(rule, mail.toLowerCase(Locale.ROOT))));
        case "phone" ->
            Packed.split(row.getOrDefault("phone", row.get("mobile")), ";").stream()
                .findFirst()
                .ifPresent(
                    phone ->
                        keys.add(new Key(rule, PhoneNumbers.normal(phone, writing.country.get()))));
        default -> names(row, rule, keys);
      }
    }
    return keys;
  }

  private void names(Map<String, String> row, String rule, List<Key> keys) {
    String first = lower(row.get("firstName"));
    String last = lower(row.get("lastName"));
    if (row.get("party") == null || first.isEmpty() && last.isEmpty()) {
      return;
    }
    try {
      PartyId party = new PartyId(Long.parseLong(named.party(row.get("party")).id()));
      String mail = rule.equals("names") ? "" : lower(email(row).orElse(null));
      keys.add(new Key(rule, new Likeness(party, first, last, mail)));
    } catch (InvalidInput noParty) {
      // Said when the row is taken.
      return;
    }
  }

  private void find(List<List<Key>> keys) {
    Map<String, List<Object>> byRule = new LinkedHashMap<>();
    keys.forEach(
        own ->
            own.forEach(
                key ->
                    byRule.computeIfAbsent(key.rule(), any -> new ArrayList<>()).add(key.value())));
    byRule.forEach(
        (rule, values) -> {
          switch (rule) {
            case "recordId" ->
                writing
                    .personFinder
                    .byId(values.stream().map(PersonId.class::cast).toList())
                    .forEach((id, ref) -> found.put(new Key(rule, id), List.of(ref)));
            case "email" ->
                writing
                    .personFinder
                    .byEmail(values.stream().map(String.class::cast).toList())
                    .forEach((value, refs) -> found.put(new Key(rule, value), refs));
            case "phone" ->
                writing
                    .personFinder
                    .byPhone(values.stream().map(String.class::cast).toList())
                    .forEach((value, refs) -> found.put(new Key(rule, value), refs));
            case "names" ->
                writing
                    .personFinder
                    .named(values.stream().map(Likeness.class::cast).toList())
                    .forEach((value, refs) -> found.put(new Key(rule, value), refs));
            default ->
                writing
                    .personFinder
                    .like(values.stream().map(Likeness.class::cast).toList())
                    .forEach((value, ref) -> found.put(new Key(rule, value), List.of(ref)));
          }
        });
  }

  private Supplier<RowOutcome> outcome(Map<String, String> row, List<Key> keys) {
    try {
      for (Key key : keys) {
        List<RecordRef> refs = found.getOrDefault(key, List.of());
        if (refs.size() > 1) {
          return refused(FieldError.of("", "severalMatches", refs.get(0).label()));
        }
        if (!refs.isEmpty()) {
          return matched(row, refs.get(0));
        }
      }
      return options.mode().creates() ? created(row, keys) : refused(FieldError.of("", "noMatch"));
    } catch (InvalidInput invalid) {
      return refused(PersonRow.errors(invalid.errors()));
    }
  }

  private static Supplier<RowOutcome> refused(FieldError error) {
    return refused(List.of(error));
  }

  private static Supplier<RowOutcome> refused(List<FieldError> errors) {
    RowOutcome refusal = RowOutcome.refused(errors);
    return () -> refusal;
  }

  private Supplier<RowOutcome> created(Map<String, String> row, List<Key> keys) {
    RecordRef party = named.party(row.get("party"));
    Card card = cards.get(cardId(party));
    if (card == null) {
      boolean closed = !writing.scopes.reaches(cardId(party), RecordAction.CHANGE);
      throw new InvalidInput(
          FieldError.of("party", closed ? "outsideScope" : "naturalPersonFull", party.label()));
    }
    Map<String, String> own = own(row, card.party().id(), null);
    PersonData data = writing.persons.normal(card.party(), new PersonRow(own, null).data());
    Likeness likeness = Likeness.of(card.party().id(), data);
    Integer earlier = places.get(likeness);
    for (Key key : keys) {
      earlier = earlier == null ? places.get(key) : earlier;
    }
    if (earlier != null) {
      return matchedFresh(row, earlier);
    }
    int place = fresh.size();
    RowNote note = note(row, () -> persons.get(place));
    keep(note);
    fresh.add(new Addition(card, data));
    superiors.expect(card.party().id(), data);
    places.put(likeness, place);
    keys.forEach(key -> places.put(key, place));
    return () -> {
      Person person = persons.get(place);
      Trace trace = Trace.created(PersonUndo.state(person));
      return RowOutcome.created(reference(person), RowNote.with(trace, note).text());
    };
  }

  /** The row's person stands further up in the batch. */
  private Supplier<RowOutcome> matchedFresh(Map<String, String> row, int place) {
    Addition earlier = fresh.get(place);
    if (!options.mode().updates()) {
      return options.refuseMatching()
          ? refused(FieldError.of("", "alreadyThere", row.getOrDefault("lastName", "")))
          : () -> RowOutcome.skipped(reference(persons.get(place)));
    }
    Map<String, String> present = PersonCells.of(earlier.data());
    Map<String, String> changed =
        changed(own(row, earlier.card().party().id(), earlier.data().superiorId()), present);
    RowNote note = note(row, () -> persons.get(place));
    PersonData data = earlier.data();
    if (!changed.isEmpty()) {
      PersonData wanted = new PersonRow(changed, earlier.data()).data();
      data = writing.persons.normal(earlier.card().party(), wanted);
      if (place < persons.size()) {
        writing.persons.change(earlier.card(), persons.get(place), wanted);
      }
    }
    keep(note);
    fresh.set(place, new Addition(earlier.card(), data));
    return updated(
        () -> reference(persons.get(place)),
        PartyBatch.changes(present, PersonCells.of(data)),
        null,
        note);
  }

  /** The outcome of a row that changed its person, or wrote a note, or neither. */
  private Supplier<RowOutcome> updated(
      Supplier<RecordRef> person, List<FieldChange> changes, Trace trace, RowNote note) {
    return () -> {
      if (changes.isEmpty() && !RowNote.isWritten(note)) {
        return RowOutcome.skipped(person.get());
      }
      Trace whole = RowNote.with(trace == null ? Trace.none() : trace, note);
      return RowOutcome.updated(
          person.get(), RowNote.with(superiors.named(changes), note), whole.text());
    };
  }

  private Supplier<RowOutcome> matched(Map<String, String> row, RecordRef ref) {
    if (!options.mode().updates()) {
      return options.refuseMatching()
          ? refused(FieldError.of("", "alreadyThere", ref.label()))
          : () -> RowOutcome.skipped(ref);
    }
    Person person = held.person(id(ref));
    if (person == null) {
      return refused(FieldError.of("", "noMatch"));
    }
    PersonData before = PersonUndo.state(person);
    Map<String, String> present = PersonCells.of(before);
    Map<String, String> changed = changed(own(row, person.party(), before.superiorId()), present);
    RowNote note = note(row, () -> person);
    if (!changed.isEmpty()) {
      writing.persons.change(held.card(person), person, new PersonRow(changed, before).data());
    }
    keep(note);
    PersonData after = PersonUndo.state(person);
    return updated(
        () -> reference(person),
        PartyBatch.changes(present, PersonCells.of(after)),
        after.equals(before) ? null : Trace.changed(before, after),
        note);
  }

  /** The cells that say something else than the person has. */
  private static Map<String, String> changed(Map<String, String> own, Map<String, String> present) {
    Map<String, String> changed = new LinkedHashMap<>(own);
    changed
        .entrySet()
        .removeIf(
            one -> Objects.equals(present.getOrDefault(one.getKey(), ""), one.getValue().strip()));
    return changed;
  }

  private static Optional<String> email(Map<String, String> row) {
    return Packed.split(row.get("email"), ";, \n").stream().findFirst();
  }

  private static String lower(String text) {
    return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
  }

  private static PartyId cardId(RecordRef party) {
    return new PartyId(Long.parseLong(party.id()));
  }

  private static PersonId id(RecordRef ref) {
    return new PersonId(Long.parseLong(ref.id()));
  }

  private static RecordRef reference(Person person) {
    return RecordRef.of(PersonDirectory.TYPE, person.id(), person.fullName());
  }
}
