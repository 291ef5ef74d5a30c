package org.kartoteka.core.internal.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kartoteka.core.api.party.Address;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyKind;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.internal.domain.Person;
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
import org.kartoteka.platform.api.security.UserId;

/**
 * A batch of rows of parties: all keys are looked for at once, the cards that are to be changed are
 * held in one order, the new ones are registered together.
 */
final class PartyBatch {

  private static final String CONTACT = "contact";
  private static final Set<String> NOT_OF_THE_DATA =
      Set.of("recordId", RowStatus.NAME, RowStatus.REASON, RowNote.NAME);

  private final PartyWriting writing;
  private final ImportOptions options;
  private final List<Map<String, String>> rows;
  private final PartyMatchKeys keys;
  private final Function<String, UserId> userIds;
  private final Function<UserId, String> userNames;
  private final Map<PartyId, Card> held = new HashMap<>();
  private final List<PartyData> fresh = new ArrayList<>();
  private final Map<Object, Integer> places = new HashMap<>();
  private final List<Contact> contacts = new ArrayList<>();
  private final List<RowNote> notes = new ArrayList<>();
  private final Map<Integer, RowStatus> statuses = new HashMap<>();
  private List<Card> cards = List.of();
  private Collection<PartyId> seen = List.of();

  PartyBatch(PartyWriting writing, ImportOptions options, List<Map<String, String>> rows) {
    this.writing = writing;
    this.options = options;
    this.rows = rows;
    this.keys = new PartyMatchKeys(options.matchBy(), writing.country);
    this.userIds = writing.users.ids();
    this.userNames = writing.users.names();
  }

  /** A person to be added to the party of a row. */
  private static final class Contact {
    private final Supplier<Card> card;
    private final PersonData data;
    private Person person;

    Contact(Supplier<Card> card, PersonData data) {
      this.card = card;
      this.data = data;
    }
  }

  /** Takes the rows. */
  List<RowOutcome> outcomes() {
    List<List<Object>> wanted = rows.stream().map(keys::of).toList();
    keys.find(wanted, writing.finder);
    seen = writing.scopes.within(matching(wanted), RecordAction.READ);
    hold(wanted);
    List<Supplier<RowOutcome>> outcomes = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      outcomes.add(outcome(rows.get(i), wanted.get(i)));
    }
    cards = writing.parties.registerAll(fresh);
    statuses.forEach(
        (place, status) ->
            writing.parties.changeStatus(cards.get(place), status.status(), status.reason()));
    addContacts();
    RowNote.write(notes, writing.notes);
    writing.parties.write(fresh.size() == 1 ? fresh.get(0).number() : null);
    return outcomes.stream().map(Supplier::get).toList();
  }

  /** All parties that a row may mean. */
  private Set<PartyId> matching(List<List<Object>> wanted) {
    Set<PartyId> matching = new HashSet<>();
    wanted.forEach(
        own -> own.forEach(key -> keys.parties(key).forEach(party -> matching.add(id(party)))));
    return matching;
  }

  private void hold(List<List<Object>> wanted) {
    Set<PartyId> ids = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      if (options.mode().updates() || ContactRow.isThere(rows.get(i))) {
        for (Object key : wanted.get(i)) {
          List<RecordRef> parties = keys.parties(key);
          if (!parties.isEmpty()) {
            parties.forEach(party -> ids.add(id(party)));
            break;
          }
        }
      }
    }
    held.putAll(writing.parties.holdAll(ids));
  }

  private Supplier<RowOutcome> outcome(Map<String, String> cells, List<Object> wanted) {
    try {
      PartyData party =
          options.mode().updates() ? null : normal(new PartyRow(partyCells(cells), null, userIds));
      for (Object key : wanted) {
        List<RecordRef> parties = keys.parties(key);
        if (parties.stream().anyMatch(one -> !seen.contains(id(one)))) {
          return refused(FieldError.of("", "existsElsewhere"));
        }
        if (parties.size() > 1) {
          return refused(FieldError.of("", "severalMatches", parties.get(0).label()));
        }
        if (!parties.isEmpty()) {
          return matched(cells, parties.get(0));
        }
        if (places.containsKey(key)) {
          return matchedFresh(cells, places.get(key));
        }
      }
      return options.mode().creates()
          ? created(cells, party)
          : refused(FieldError.of("", "noMatch"));
    } catch (InvalidInput invalid) {
      RowOutcome refusal = RowOutcome.refused(invalid.errors());
      return () -> refusal;
    }
  }

  private static Supplier<RowOutcome> refused(FieldError error) {
    RowOutcome refusal = RowOutcome.refused(List.of(error));
    return () -> refusal;
  }

  private Supplier<RowOutcome> created(Map<String, String> cells, PartyData read) {
    PartyData party = read == null ? normal(new PartyRow(partyCells(cells), null, userIds)) : read;
    int place = fresh.size();
    RowStatus status = status(cells);
    RowNote note = note(cells, () -> cards.get(place));
    Contact contact = contact(cells, party, () -> cards.get(place));
    keep(contact, note);
    fresh.add(party);
    if (RowStatus.changes(status, PartyStatus.POTENTIAL)) {
      statuses.put(place, status);
    }
    keys.of(party).forEach(key -> places.put(key, place));
    return () -> {
      Card card = cards.get(place);
      Trace trace = RowNote.with(Trace.created(PartyUndo.state(card)), note);
      return RowOutcome.created(card.reference(), withContact(trace, contact).text());
    };
  }

  /** The row's party is in the register. */
  private Supplier<RowOutcome> matched(Map<String, String> cells, RecordRef party) {
    if (!options.mode().updates()) {
      if (options.refuseMatching()) {
        return refused(FieldError.of("", "alreadyThere", party.label()));
      }
      Card card = held.get(id(party));
      if (card == null) {
        return () -> RowOutcome.skipped(party);
      }
      Contact contact = contact(cells, card.view().data(), () -> card);
      keep(contact, null);
      return addedTo(party, contact, null);
    }
    Card card = held.get(id(party));
    if (card == null) {
      boolean closed = !writing.scopes.reaches(id(party), RecordAction.CHANGE);
      return refused(FieldError.of("", closed ? "outsideScope" : "noMatch"));
    }
    PartyData before = card.view().data();
    Map<String, String> present = PartyCells.of(before, userNames);
    Map<String, String> changed = changed(cells, present);
    RowStatus status = RowStatus.of(cells);
    PartyStatus was = card.party().status();
    boolean restated = RowStatus.changes(status, was);
    if (restated) {
      status.requireReason();
    }
    RowNote note = note(cells, () -> card);
    Contact contact = contact(cells, before, () -> card);
    if (!changed.isEmpty()) {
      PartyRow row = new PartyRow(changed, before, userIds);
      try {
        writing.parties.change(card, row.data());
      } catch (InvalidInput invalid) {
        throw new InvalidInput(row.errors(invalid.errors()));
      }
    }
    keep(contact, note);
    PartyData after = card.view().data();
    if (restated) {
      writing.parties.changeStatus(card, status.status(), status.reason());
    }
    if (after.equals(before) && !restated) {
      return addedTo(party, contact, note);
    }
    List<FieldChange> changes = changes(present, PartyCells.of(after, userNames));
    Trace trace = after.equals(before) ? Trace.none() : Trace.changed(before, after);
    if (restated) {
      changes.add(new FieldChange(RowStatus.NAME, was.name(), status.status().name()));
    }
    Trace whole = restated ? trace.withStatus(was.name(), status.status().name()) : trace;
    return updated(card::reference, changes, whole, contact, note);
  }

  private static Supplier<RowOutcome> updated(
      Supplier<RecordRef> party,
      List<FieldChange> changes,
      Trace trace,
      Contact contact,
      RowNote note) {
    return () ->
        RowOutcome.updated(
            party.get(),
            RowNote.with(withContact(changes, contact), note),
            RowNote.with(withContact(trace, contact), note).text());
  }

  /** The party itself stays as it is. */
  private Supplier<RowOutcome> addedTo(RecordRef party, Contact contact, RowNote note) {
    return () ->
        (contact == null || contact.person == null) && !RowNote.isWritten(note)
            ? RowOutcome.skipped(party)
            : updated(() -> party, List.of(), Trace.none(), contact, note).get();
  }

  /** The row's party stands further up in the batch. */
  private Supplier<RowOutcome> matchedFresh(Map<String, String> cells, int place) {
    if (!options.mode().updates()) {
      if (options.refuseMatching()) {
        return refused(FieldError.of("", "alreadyThere", fresh.get(place).name()));
      }
      Contact contact = contact(cells, fresh.get(place), () -> cards.get(place));
      keep(contact, null);
      return () -> addedTo(cards.get(place).reference(), contact, null).get();
    }
    PartyData before = fresh.get(place);
    Map<String, String> present = PartyCells.of(before, userNames);
    Map<String, String> changed = changed(cells, present);
    PartyData after = changed.isEmpty() ? before : normal(new PartyRow(changed, before, userIds));
    RowStatus status = status(cells);
    RowStatus earlier = statuses.get(place);
    PartyStatus was = earlier == null ? PartyStatus.POTENTIAL : earlier.status();
    RowNote note = note(cells, () -> cards.get(place));
    Contact contact = contact(cells, after, () -> cards.get(place));
    keep(contact, note);
    fresh.set(place, after);
    keys.of(after).forEach(key -> places.put(key, place));
    List<FieldChange> changes = changes(present, PartyCells.of(after, userNames));
    if (RowStatus.changes(status, was)) {
      statuses.put(place, status);
      changes.add(new FieldChange(RowStatus.NAME, was.name(), status.status().name()));
    }
    return () ->
        changes.isEmpty()
            ? addedTo(cards.get(place).reference(), contact, note).get()
            : updated(() -> cards.get(place).reference(), changes, Trace.none(), contact, note)
                .get();
  }

  /** The status for a party that the import makes. */
  private RowStatus status(Map<String, String> cells) {
    RowStatus status = RowStatus.of(cells);
    if (RowStatus.changes(status, PartyStatus.POTENTIAL)) {
      status.requireReason();
      if (!writing.parties.admitsNew(status.status())) {
        throw new InvalidInput(FieldError.of(RowStatus.NAME, "admissionFirst"));
      }
    }
    return status;
  }

  private static RowNote note(Map<String, String> cells, Supplier<Card> card) {
    return RowNote.of(cells, () -> card.get().party().id(), null);
  }

  private PartyData normal(PartyRow row) {
    try {
      return writing.parties.normal(row.data());
    } catch (InvalidInput invalid) {
      throw new InvalidInput(row.errors(invalid.errors()));
    }
  }

  private static Map<String, String> partyCells(Map<String, String> cells) {
    Map<String, String> own = new LinkedHashMap<>(cells);
    own.keySet().removeIf(field -> NOT_OF_THE_DATA.contains(field) || field.startsWith(CONTACT));
    return own;
  }

  /** The cells that say something else than the party has. */
  private static Map<String, String> changed(
      Map<String, String> cells, Map<String, String> present) {
    Map<String, String> changed = partyCells(cells);
    changed
        .entrySet()
        .removeIf(
            one -> Objects.equals(present.getOrDefault(one.getKey(), ""), one.getValue().strip()));
    return changed;
  }

  static List<FieldChange> changes(Map<String, String> before, Map<String, String> after) {
    Set<String> fields = new TreeSet<>(before.keySet());
    fields.addAll(after.keySet());
    List<FieldChange> changes = new ArrayList<>();
    for (String field : fields) {
      if (!Objects.equals(before.get(field), after.get(field))) {
        changes.add(new FieldChange(field, before.get(field), after.get(field)));
      }
    }
    return changes;
  }

  private Contact contact(Map<String, String> cells, PartyData party, Supplier<Card> card) {
    if (!ContactRow.isThere(cells)) {
      return null;
    }
    if (party.kind() == PartyKind.NATURAL_PERSON) {
      throw new InvalidInput(FieldError.of("contactLastName", "notAllowed"));
    }
    String region =
        party.addresses().stream()
            .map(Address::country)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseGet(writing.country);
    return new Contact(card, ContactRow.data(cells, region));
  }

  /** What belongs to a row that is taken will be written with it. */
  private void keep(Contact contact, RowNote note) {
    if (contact != null) {
      contacts.add(contact);
    }
    if (note != null) {
      notes.add(note);
    }
  }

  /** Adds the persons that their parties do not have yet. */
  private void addContacts() {
    if (contacts.isEmpty()) {
      return;
    }
    Set<Likeness> known =
        new HashSet<>(
            writing
                .personFinder
                .like(contacts.stream().map(PartyBatch::likeness).toList())
                .keySet());
    List<Contact> added =
        contacts.stream().filter(contact -> known.add(likeness(contact))).toList();
    List<Person> persons =
        writing.persons.addAll(
            added.stream().map(one -> new Addition(one.card.get(), one.data)).toList());
    for (int i = 0; i < added.size(); i++) {
      added.get(i).person = persons.get(i);
    }
  }

  private static Likeness likeness(Contact contact) {
    return Likeness.of(contact.card.get().party().id(), contact.data);
  }

  private static Trace withContact(Trace trace, Contact contact) {
    return contact == null || contact.person == null
        ? trace
        : trace.with(contact.person.id().value(), PersonUndo.state(contact.person));
  }

  private static List<FieldChange> withContact(List<FieldChange> changes, Contact contact) {
    if (contact == null || contact.person == null) {
      return changes;
    }
    List<FieldChange> all = new ArrayList<>(changes);
    all.add(new FieldChange(CONTACT, null, contact.person.fullName()));
    return all;
  }

  private static PartyId id(RecordRef party) {
    return new PartyId(Long.parseLong(party.id()));
  }
}
