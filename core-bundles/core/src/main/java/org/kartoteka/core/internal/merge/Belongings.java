package org.kartoteka.core.internal.merge;

import java.util.ArrayList;
import java.util.List;
import org.kartoteka.core.api.merge.MergeRemark;
import org.kartoteka.core.api.merge.MovedRecords;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.internal.domain.PersonRules;
import org.kartoteka.core.internal.merge.CoreMemo.Part;
import org.kartoteka.core.internal.party.PartyRecords.Card;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Moves persons, notes and register entries from one party to another, and back. */
@Component(service = Belongings.class)
public class Belongings {

  private final UnitOfWork unitOfWork;
  private final PersonBelongings people;

  @Activate
  public Belongings(@Reference UnitOfWork unitOfWork, @Reference PersonBelongings people) {
    this.unitOfWork = unitOfWork;
    this.people = people;
  }

  /** What would move. */
  List<MovedRecords> count(PartyId party) {
    List<MovedRecords> found = new ArrayList<>();
    counted(
        found,
        "person",
        "select count(*) from core.person where party_id = ? and party_kind = 'ORGANISATION'"
            + " and merged_into is null",
        party);
    counted(found, "note", "select count(*) from core.note where party_id = ?", party);
    counted(
        found, "register", "select count(*) from core.register_party where party_id = ?", party);
    return found;
  }

  private void counted(List<MovedRecords> found, String what, String sql, PartyId party) {
    long count = Sql.of(unitOfWork, sql, party).number();
    if (count > 0) {
      found.add(new MovedRecords(what, count));
    }
  }

  /** Who becomes part of whom: parties, and of natural persons their persons. */
  record Way(PartyId party, PersonId person, PartyId survivor, PersonId survivingPerson) {}

  /** Moves everything. */
  Part move(Way way, Act act) {
    List<Long> persons =
        way.person() != null
            ? List.of()
            : ids(
                "update core.person set party_id = ?, revision = revision + 1, changed_at = ?,"
                    + " changed_by = ? where party_id = ? returning id",
                way.survivor(),
                act.at(),
                act.by(),
                way.party());
    List<Long> personNotes =
        way.person() == null
            ? List.of()
            : ids(
                "update core.note set party_id = ?, person_id = ?, revision = revision + 1"
                    + " where person_id = ? returning id",
                way.survivor(),
                way.survivingPerson(),
                way.person());
    List<Long> notes =
        ids(
            "update core.note set party_id = ?, revision = revision + 1 where party_id = ?"
                + " returning id",
            way.survivor(),
            way.party());
    List<Long> registers =
        ids(
            "delete from core.register_party where party_id = ? returning register_id",
            way.party());
    List<Long> newRegisters =
        ids(
            "insert into core.register_party (register_id, party_id)"
                + " select unnest(?::bigint[]), ? on conflict do nothing returning register_id",
            registers,
            way.survivor());
    List<Long> parties =
        ids(
            "update core.party set merged_into = ? where merged_into = ? returning id",
            way.survivor(),
            way.party());
    List<Long> people =
        way.person() == null
            ? List.of()
            : ids(
                "update core.person set merged_into = ? where merged_into = ? returning id",
                way.survivingPerson(),
                way.person());
    return new Part(
        way.party().value(), persons, notes, personNotes, registers, newRegisters, parties, people);
  }

  /** Moves back what is still there; says what could not be put back as it was. */
  List<MergeRemark> moveBack(Part part, Way way, Act act) {
    final List<MergeRemark> remarks = loosen(part.persons(), way.survivor(), act);
    List<Long> persons =
        ids(
            "update core.person set party_id = ?, revision = revision + 1, changed_at = ?,"
                + " changed_by = ? where id = any(?::bigint[]) and party_id = ? returning id",
            way.party(),
            act.at(),
            act.by(),
            part.persons(),
            way.survivor());
    change(
        "update core.note set party_id = ?, revision = revision + 1"
            + " where person_id = any(?::bigint[])",
        way.party(),
        persons);
    change(
        "update core.note set party_id = ?, revision = revision + 1"
            + " where id = any(?::bigint[]) and party_id = ? and person_id is null",
        way.party(),
        part.notes(),
        way.survivor());
    if (way.person() != null) {
      change(
          "update core.note set party_id = ?, person_id = ?, revision = revision + 1"
              + " where id = any(?::bigint[]) and party_id = ?",
          way.party(),
          way.person(),
          part.personNotes(),
          way.survivor());
      change(
          "update core.person set merged_into = ? where id = any(?::bigint[])",
          way.person(),
          part.people());
    }
    change(
        "insert into core.register_party (register_id, party_id)"
            + " select id, ? from core.register where id = any(?::bigint[])"
            + " on conflict do nothing",
        way.party(),
        part.registers());
    change(
        "delete from core.register_party where party_id = ? and register_id = any(?::bigint[])",
        way.survivor(),
        part.newRegisters());
    change(
        "update core.party set merged_into = ? where id = any(?::bigint[])",
        way.party(),
        part.parties());
    return remarks;
  }

  /** Nobody may be the superior of a person of another party. */
  private List<MergeRemark> loosen(List<Long> persons, PartyId survivor, Act act) {
    return Sql.of(
            unitOfWork,
            """
            update core.person p set superior_id = null, chosen_superior_id = null,
                                     revision = p.revision + 1, changed_at = ?, changed_by = ?
              from core.person s
             where s.id = p.superior_id and p.party_id = ?
               and (p.id = any(?::bigint[])) <> (s.id = any(?::bigint[]))
            returning p.id, p.first_name, p.last_name, s.first_name, s.last_name
            """,
            act.at(),
            act.by(),
            survivor,
            persons,
            persons)
        .list(
            row ->
                new MergeRemark(
                    RecordRef.of(
                        PersonDirectory.TYPE,
                        new PersonId(row.getLong(1)),
                        PersonRules.fullName(row.getString(2), row.getString(3))),
                    "merge.remark.superior",
                    List.of(
                        PersonRules.fullName(row.getString(2), row.getString(3)),
                        PersonRules.fullName(row.getString(4), row.getString(5)))));
  }

  /** Lets the survivor be found by what those that are part of it were found by. */
  void foundToo(Card survivor, Act act) {
    survivor.party().takeOver(formerly(survivor.party().id()), survivor.person(), act);
    if (survivor.person() != null) {
      survivor.person().takeOver(people.formerly(survivor.person().id()), act);
    }
  }

  /** What a party is found by too: names, numbers and identifiers of those that are part of it. */
  private List<String> formerly(PartyId survivor) {
    return Sql.of(
            unitOfWork,
            """
            select distinct found from core.party p,
                   unnest(array[p.name, p.short_name, p.number]
                          || array(select one ->> 'value'
                                     from jsonb_array_elements(p.identifiers) one)) as found
             where p.merged_into = ? and found is not null order by found
            """,
            survivor)
        .list(row -> row.getString(1));
  }

  private List<Long> ids(String sql, Object... arguments) {
    return Sql.of(unitOfWork, sql, arguments).list(row -> row.getLong(1));
  }

  private void change(String sql, Object... arguments) {
    Sql.of(unitOfWork, sql, arguments).update();
  }
}
