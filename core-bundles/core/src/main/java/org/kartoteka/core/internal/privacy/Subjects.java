package org.kartoteka.core.internal.privacy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.kartoteka.core.api.note.Notebook;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.ChangeHistory;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.privacy.DataSubject;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.platform.api.security.User;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds which records of the register are about a person, and by what they are recognised. */
@Component(service = Subjects.class)
public class Subjects {

  private final UnitOfWork unitOfWork;
  private final Messages messages;
  private final CurrentUser user;
  private final PersonDirectory persons;
  private final PartyScopes scopes;
  private final ChangeHistory history;

  @Activate
  public Subjects(
      @Reference UnitOfWork unitOfWork,
      @Reference Messages messages,
      @Reference CurrentUser user,
      @Reference PersonDirectory persons,
      @Reference PartyScopes scopes,
      @Reference ChangeHistory history) {
    this.unitOfWork = unitOfWork;
    this.messages = messages;
    this.user = user;
    this.persons = persons;
    this.scopes = scopes;
    this.history = history;
  }

  /**
   * The person to whom this is done.
   *
   * @throws NotFound when the user does not see the person
   * @throws org.kartoteka.platform.api.problem.Forbidden when he sees it and does not reach it
   */
  RecordRef reach(PersonId person, RecordAction action) {
    PersonView found = persons.get(person);
    scopes.requireReach(found.partyId(), action);
    return RecordRef.of(PersonDirectory.TYPE, person, found.fullName());
  }

  /** A person, its party, and whether that is the person itself. */
  record Place(PersonId person, PartyId party, boolean isTheParty) {}

  Place place(PersonId person) {
    return Sql.of(
            unitOfWork,
            "select party_id, party_kind = 'NATURAL_PERSON' from core.person where id = ?",
            person)
        .first(row -> new Place(person, new PartyId(row.getLong(1)), row.getBoolean(2)))
        .orElseThrow(() -> new NotFound(PersonDirectory.TYPE, person.value()));
  }

  DataSubject of(Place place) {
    List<Long> persons =
        numbers(
            """
            with recursive same (id) as (
              select id from core.person where id = ?
              union select p.id from core.person p join same s on p.merged_into = s.id)
            select id from same
            """,
            place.person());
    List<Long> parties =
        place.isTheParty()
            ? numbers(
                """
                with recursive same (id) as (
                  select id from core.party where id = ?
                  union select p.id from core.party p join same s on p.merged_into = s.id)
                select id from same
                """,
                place.party())
            : List.of();
    List<Long> notes =
        numbers(
            "select id from core.note where person_id = any(?::bigint[]) or party_id = any(?::bigint[])",
            persons,
            parties);
    List<RecordRef> records = new ArrayList<>();
    add(records, PersonDirectory.TYPE, persons);
    add(records, PartyRegister.TYPE, parties);
    add(records, Notebook.TYPE, notes);
    String substitute =
        messages.text(
            user.require().locale(),
            "core.privacy.substitute",
            Long.toString(place.person().value()));
    FormerTraces former = user.runAs(User.SYSTEM, () -> new FormerTraces(history).of(records));
    Set<String> names = new LinkedHashSet<>(names(persons, parties));
    names.addAll(former.names());
    names.remove(substitute);
    Set<String> marks = new LinkedHashSet<>(marks(persons, parties));
    marks.addAll(former.marks());
    return new DataSubject(
        records,
        place.isTheParty() ? List.of() : around(place, records),
        List.copyOf(names),
        List.copyOf(marks),
        substitute);
  }

  private List<RecordRef> around(Place place, List<RecordRef> records) {
    List<RecordRef> around = new ArrayList<>();
    add(around, PartyRegister.TYPE, List.of(place.party().value()));
    add(
        around,
        PersonDirectory.TYPE,
        numbers("select id from core.person where party_id = ?", place.party()));
    add(
        around,
        Notebook.TYPE,
        numbers("select id from core.note where party_id = ?", place.party()));
    around.removeAll(records);
    return around;
  }

  private static void add(List<RecordRef> records, String type, List<Long> ids) {
    ids.forEach(id -> records.add(new RecordRef(type, Long.toString(id), "")));
  }

  private List<String> names(List<Long> persons, List<Long> parties) {
    Set<String> names = new LinkedHashSet<>();
    Sql.of(
            unitOfWork,
            "select first_name, last_name from core.person where id = any(?::bigint[])",
            persons)
        .list(row -> new String[] {row.getString(1), row.getString(2)})
        .forEach(
            name -> {
              names.add(joined(name[0], name[1]));
              names.add(joined(name[1], name[0]));
              names.add(joined(null, name[1]));
            });
    names.addAll(
        texts(
            "select x from core.party, unnest(array[name, short_name] || formerly) x where id ="
                + " any(?::bigint[]) and x is not null",
            parties));
    names.remove("");
    return List.copyOf(names);
  }

  private static String joined(String first, String second) {
    return String.join(" ", Stream.of(first, second).filter(Objects::nonNull).toList());
  }

  private List<String> marks(List<Long> persons, List<Long> parties) {
    Set<String> marks = new LinkedHashSet<>();
    marks.addAll(
        texts(
            "select x ->> 'value' from core.person, jsonb_array_elements(phones || emails ||"
                + " private_phones || private_emails) x where id = any(?::bigint[])",
            persons));
    marks.addAll(
        texts(
            "select x ->> 'value' from core.party, jsonb_array_elements(phones || emails ||"
                + " identifiers) x where id = any(?::bigint[])",
            parties));
    marks.remove("");
    return List.copyOf(marks);
  }

  private List<Long> numbers(String sql, Object... arguments) {
    return Sql.of(unitOfWork, sql, arguments).list(row -> row.getLong(1));
  }

  private List<String> texts(String sql, Object... arguments) {
    return Sql.of(unitOfWork, sql, arguments).list(row -> row.getString(1));
  }
}
