package org.kartoteka.core.internal.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kartoteka.core.api.note.Notebook;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.internal.data.Acts;
import org.kartoteka.core.internal.domain.SearchKey;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.document.Attachments;
import org.kartoteka.platform.api.privacy.DataSubject;
import org.kartoteka.platform.api.privacy.ErasedData;
import org.kartoteka.platform.api.privacy.PersonalDataHolder;
import org.kartoteka.platform.api.privacy.PersonalDatum;
import org.kartoteka.platform.api.privacy.TracePattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the register holds of a person: cards, notes with their files, rows of imports, merges,
 * duplicates, reviews, consents. Cards are emptied and stay as numbers that other records point to.
 */
@Component
public final class CorePersonalData implements PersonalDataHolder {

  private final UnitOfWork unitOfWork;
  private final Attachments attachments;
  private final Acts acts;

  @Activate
  public CorePersonalData(
      @Reference UnitOfWork unitOfWork, @Reference Attachments attachments, @Reference Acts acts) {
    this.unitOfWork = unitOfWork;
    this.attachments = attachments;
    this.acts = acts;
  }

  @Override
  public String feature() {
    return "core";
  }

  @Override
  public List<PersonalDatum> describe(DataSubject subject) {
    List<Long> persons = subject.ids(PersonDirectory.TYPE);
    List<Long> parties = subject.ids(PartyRegister.TYPE);
    List<Long> notes = subject.ids(Notebook.TYPE);
    JsonRows rows = new JsonRows(unitOfWork);
    List<PersonalDatum> data = new ArrayList<>();
    data.addAll(
        rows.list(
            "person",
            "select id, to_jsonb(p) - array['search_text', 'sort_name', 'revision', 'party_kind']"
                + " from core.person p where id = any(?::bigint[]) order by id",
            persons));
    data.addAll(
        rows.list(
            "party",
            "select id, to_jsonb(p) - array['search_text', 'revision'] from core.party p where id ="
                + " any(?::bigint[]) order by id",
            parties));
    data.addAll(
        rows.list(
            "note",
            "select id, to_jsonb(n) - array['search_text', 'revision'] from core.note n where id ="
                + " any(?::bigint[]) order by id",
            notes));
    notes.forEach(note -> data.addAll(files(Notebook.TYPE, note)));
    data.addAll(
        rows.list(
            "register",
            "select r.id, jsonb_build_object('name', r.name) from core.register r join"
                + " core.register_party m on m.register_id = r.id where m.party_id = any(?::bigint[])",
            parties));
    data.addAll(
        rows.list(
            "consent",
            "select id, to_jsonb(c) from core.consent c where person_id = any(?::bigint[]) order by id",
            persons));
    consents(persons).forEach(consent -> data.addAll(files(ConsentsService.TYPE, consent)));
    data.addAll(
        rows.list(
            "restriction",
            "select person_id, to_jsonb(r) from core.processing_restriction r where person_id ="
                + " any(?::bigint[])",
            persons));
    data.addAll(
        rows.list(
            "retention",
            "select id, jsonb_build_object('kind', kind, 'keptUntil', kept_until, 'reason', reason,"
                + " 'decidedAt', decided_at, 'decidedBy', decided_by) from core.retention_review"
                + " where record_type = 'person' and record_id = any(?::bigint[]) order by id",
            persons));
    data.addAll(
        rows.list(
            "import-row",
            "select r.import_id, jsonb_build_object('row', r.row, 'file', i.file_name, 'cells',"
                + " r.cells) from core.import_row r join core.import i on i.id = r.import_id where"
                + ROWS_OF
                + " and (r.cells is not null or r.trace is not null)",
            persons,
            parties,
            persons));
    data.addAll(
        rows.list(
            "admission",
            "select id, to_jsonb(a) from core.admission a where party_id = any(?::bigint[])",
            parties));
    return data;
  }

  private List<PersonalDatum> files(String owner, long id) {
    return attachments.of(owner, Long.toString(id)).stream()
        .map(
            file ->
                new PersonalDatum(
                    "attachment",
                    Long.toString(file.id().value()),
                    Map.of(
                        owner,
                        id,
                        "name",
                        file.name(),
                        "type",
                        file.mediaType(),
                        "size",
                        file.size(),
                        "sha256",
                        file.sha256())))
        .toList();
  }

  private List<Long> consents(List<Long> persons) {
    return Sql.of(
            unitOfWork,
            "select id from core.consent where person_id = any(?::bigint[]) order by id",
            persons)
        .list(row -> row.getLong(1));
  }

  private static final String ROWS_OF =
      " (i.type = 'person' and r.record_id = any(select x::text from unnest(?::bigint[]) x) or"
          + " i.type = 'party' and (r.record_id = any(select x::text from unnest(?::bigint[]) x) or"
          + " r.trace like '%\"person\":%' and (r.trace::jsonb ->> 'person')::bigint = any(?::bigint[])))";

  @Override
  public List<ErasedData> erase(DataSubject subject) {
    List<Long> persons = subject.ids(PersonDirectory.TYPE);
    List<Long> parties = subject.ids(PartyRegister.TYPE);
    List<ErasedData> done = new ArrayList<>();
    notes(subject.ids(Notebook.TYPE), done);
    cards(subject, persons, parties, done);
    traces(persons, parties, done);
    strayRows(subject, done);
    reviews(subject);
    done.add(
        ErasedData.all(
            "restriction",
            update(
                "delete from core.processing_restriction where person_id = any(?::bigint[])",
                persons)));
    List<Long> consents = consents(persons);
    done.add(ErasedData.kept("consent", consents.size(), "proof", "core.consent"));
    long proofs =
        consents.stream().mapToLong(consent -> files(ConsentsService.TYPE, consent).size()).sum();
    done.add(ErasedData.kept("consent-proof", proofs, "proof", "platform.attachment"));
    return done;
  }

  private void notes(List<Long> notes, List<ErasedData> done) {
    long files = 0;
    for (Long note : notes) {
      for (var file : attachments.of(Notebook.TYPE, Long.toString(note))) {
        attachments.remove(file.id());
        files++;
      }
    }
    done.add(
        ErasedData.all("note", update("delete from core.note where id = any(?::bigint[])", notes)));
    done.add(ErasedData.all("attachment", files));
  }

  private void cards(
      DataSubject subject, List<Long> persons, List<Long> parties, List<ErasedData> done) {
    Act act = acts.now();
    String search = SearchKey.of(List.of(subject.substitute()));
    done.add(
        ErasedData.all(
            "person",
            update(
                """
                update core.person
                   set revision = revision + 1, first_name = null, last_name = ?, sex = null,
                       remarks = null, position = null, department = null, profession = null,
                       education = null, phones = '[]', emails = '[]', home_address = null,
                       private_phones = '[]', private_emails = '[]', birthday = null,
                       name_day = null, anniversaries = null, family = null, hobby = null,
                       interests = null, custom = '{}', formerly = '{}', sort_name = ?,
                       search_text = ?,
                       changed_at = ?, changed_by = ?
                 where id = any(?::bigint[])
                """,
                subject.substitute(),
                subject.substitute(),
                search,
                act.at(),
                act.by(),
                persons)));
    if (parties.isEmpty()) {
      return;
    }
    update(
        "insert into core.tag_use (tag, parties) select t, -1 from core.party, unnest(tags) t where"
            + " id = any(?::bigint[])",
        parties);
    update("delete from core.register_party where party_id = any(?::bigint[])", parties);
    long emptied =
        update(
            """
            update core.party
               set revision = revision + 1, name = ?, short_name = null, identifiers = '[]',
                   addresses = '[]', phones = '[]', emails = '[]', web = null,
                   bank_accounts = '[]', document_text = null, rating = null, tags = '{}',
                   custom = '{}', identifier = null, city = null, country = null, phone = null,
                   email = null, formerly = '{}', search_text = ?, changed_at = ?, changed_by = ?
             where id = any(?::bigint[])
            """,
            subject.substitute(),
            search,
            act.at(),
            act.by(),
            parties);
    done.add(ErasedData.all("party", emptied));
    done.add(ErasedData.kept("number", emptied, "points-to", "core.party.number"));
  }

  /** What remembers earlier states of the cards. */
  private void traces(List<Long> persons, List<Long> parties, List<ErasedData> done) {
    done.add(
        ErasedData.all(
            "import-row",
            update(
                "update core.import_row r set label = null, cells = null, errors = null, changes ="
                    + " null, trace = null, kept = null from core.import i where i.id ="
                    + " r.import_id and"
                    + ROWS_OF,
                persons,
                parties,
                persons)));
    done.add(
        ErasedData.all(
            "merge",
            update(
                "delete from core.record_merge m using core.record_merge_card c where c.merge_id ="
                    + " m.id and (m.record_type = 'person' and c.record_id = any(?::bigint[]) or"
                    + " m.record_type = 'party' and c.record_id = any(?::bigint[]))",
                persons,
                parties)));
    update("delete from core.party_key where party_id = any(?::bigint[])", parties);
    update(
        "delete from core.duplicate_pair where first_id = any(?::bigint[]) or second_id = any(?::bigint[])",
        parties,
        parties);
    update("delete from core.person_key where person_id = any(?::bigint[])", persons);
    update(
        "delete from core.duplicate_person_pair where first_id = any(?::bigint[])"
            + " or second_id = any(?::bigint[])",
        persons,
        persons);
    update(
        "update core.bulk_act_party set before = null, problem = null where party_id = any(?::bigint[])",
        parties);
    update(
        "update core.admission set question = null, reason = null where party_id = any(?::bigint[])",
        parties);
  }

  /** Rows of imports that became no card, or one that is gone, and name the person all the same. */
  private void strayRows(DataSubject subject, List<ErasedData> done) {
    List<String> traces = subject.certainTraces();
    if (!traces.isEmpty()) {
      done.add(
          ErasedData.all(
              "import-row",
              update(
                  """
                  update core.import_row r
                     set label = null, cells = null, errors = null, changes = null, trace = null,
                         kept = null
                    from core.import i
                   where i.id = r.import_id
                     and concat_ws(' ', r.label, r.cells, r.errors, r.changes, r.trace, r.kept) ~* ?
                     and case when r.record_id is null then true
                              when i.type = 'person'
                              then not exists (select from core.person p
                                                where p.id = r.record_id::bigint)
                              when i.type = 'party'
                              then not exists (select from core.party p
                                                where p.id = r.record_id::bigint)
                              else false end
                  """,
                  TracePattern.of(traces))));
    }
  }

  /** Why its data were kept may name the person. */
  private void reviews(DataSubject subject) {
    for (String type : List.of(PersonDirectory.TYPE, PartyRegister.TYPE, Notebook.TYPE)) {
      Sql.of(
              unitOfWork,
              "select id, reason from core.retention_review where record_type = ? and record_id ="
                  + " any(?::bigint[]) and reason is not null",
              type,
              subject.ids(type))
          .list(row -> Map.entry(row.getLong(1), row.getString(2)))
          .forEach(
              review ->
                  update(
                      "update core.retention_review set reason = ? where id = ?",
                      subject.unnamed(review.getValue()),
                      review.getKey()));
    }
  }

  private long update(String sql, Object... arguments) {
    return Sql.of(unitOfWork, sql, arguments).update();
  }
}
