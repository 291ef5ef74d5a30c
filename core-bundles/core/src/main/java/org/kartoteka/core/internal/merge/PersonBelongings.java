package org.kartoteka.core.internal.merge;

import java.util.ArrayList;
import java.util.List;
import org.kartoteka.core.api.merge.MovedRecords;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.internal.merge.PersonMemo.Part;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Moves what belongs to a person to another one of its party, and back. */
@Component(service = PersonBelongings.class)
public class PersonBelongings {

  private final UnitOfWork unitOfWork;

  @Activate
  public PersonBelongings(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** What would move. */
  List<MovedRecords> count(PersonId person) {
    List<MovedRecords> found = new ArrayList<>();
    counted(found, "note", "select count(*) from core.note where person_id = ?", person);
    counted(
        found,
        "subordinate",
        "select count(*) from core.person where superior_id = ? and merged_into is null",
        person);
    return found;
  }

  private void counted(List<MovedRecords> found, String what, String sql, PersonId person) {
    long count = Sql.of(unitOfWork, sql, person).number();
    if (count > 0) {
      found.add(new MovedRecords(what, count));
    }
  }

  /** Moves everything. */
  Part move(PersonId person, PersonId survivor) {
    return new Part(
        person.value(),
        ids(
            "update core.note set person_id = ?, revision = revision + 1 where person_id = ?"
                + " returning id",
            survivor,
            person),
        ids(
            "update core.person set merged_into = ? where merged_into = ? returning id",
            survivor,
            person));
  }

  /** Moves back what is still there. */
  void moveBack(Part part, PersonId survivor) {
    Sql.of(
            unitOfWork,
            "update core.note set person_id = ?, revision = revision + 1"
                + " where id = any(?::bigint[]) and person_id = ?",
            part.person(),
            part.notes(),
            survivor)
        .update();
    Sql.of(
            unitOfWork,
            "update core.person set merged_into = ? where id = any(?::bigint[])",
            part.person(),
            part.people())
        .update();
  }

  /** What a person is found by too: the names of those that are part of it. */
  List<String> formerly(PersonId survivor) {
    return Sql.of(
            unitOfWork,
            "select distinct concat_ws(' ', first_name, last_name) as name from core.person"
                + " where merged_into = ? order by name",
            survivor)
        .list(row -> row.getString(1));
  }

  private List<Long> ids(String sql, Object... arguments) {
    return Sql.of(unitOfWork, sql, arguments).list(row -> row.getLong(1));
  }
}
