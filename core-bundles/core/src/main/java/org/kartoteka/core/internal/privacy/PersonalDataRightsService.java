package org.kartoteka.core.internal.privacy;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.kartoteka.core.api.party.event.PartyChanged;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.person.event.PersonChanged;
import org.kartoteka.core.api.privacy.ErasureView;
import org.kartoteka.core.api.privacy.PersonalDataRights;
import org.kartoteka.core.api.privacy.PersonalDataStanding;
import org.kartoteka.core.internal.data.Acts;
import org.kartoteka.core.internal.data.CorePermissions;
import org.kartoteka.core.internal.data.ErasureReports;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.audit.AuditAct;
import org.kartoteka.platform.api.audit.AuditLog;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.journal.Journal;
import org.kartoteka.platform.api.privacy.DataSubject;
import org.kartoteka.platform.api.privacy.ErasedData;
import org.kartoteka.platform.api.privacy.PersonalDatum;
import org.kartoteka.platform.api.privacy.TraceSearch;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.RecentProof;
import org.kartoteka.platform.api.security.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A person's rights over all bundles: those that declare what they hold and those that serve. */
@Component
public final class PersonalDataRightsService implements PersonalDataRights {

  private static final int REASON = 1000;

  /** Shorter texts are found everywhere. */
  private static final int SHORTEST_TRACE = 4;

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final RecentProof proof;
  private final CurrentUser user;
  private final Messages messages;
  private final Subjects subjects;
  private final DataHolders holders;
  private final TraceSearch traces;
  private final AuditLog audit;
  private final Journal journal;
  private final Acts acts;

  @Activate
  public PersonalDataRightsService(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference RecentProof proof,
      @Reference CurrentUser user,
      @Reference Messages messages,
      @Reference Subjects subjects,
      @Reference DataHolders holders,
      @Reference TraceSearch traces,
      @Reference AuditLog audit,
      @Reference Journal journal,
      @Reference Acts acts) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.proof = proof;
    this.user = user;
    this.messages = messages;
    this.subjects = subjects;
    this.holders = holders;
    this.traces = traces;
    this.audit = audit;
    this.journal = journal;
    this.acts = acts;
  }

  @Override
  public PersonalDataStanding standing(PersonId person) {
    access.require(CorePermissions.PRIVACY_MANAGE);
    subjects.reach(person, RecordAction.READ);
    return unitOfWork.read(
        () -> {
          List<ErasureView> erasures =
              Sql.of(
                      unitOfWork,
                      "select erased_at, erased_by, reason, report::text from core.erasure where"
                          + " person_id = ? order by id desc",
                      person)
                  .list(
                      row ->
                          new ErasureView(
                              Sql.instant(row, "erased_at"),
                              row.getString(2),
                              row.getString(3),
                              ErasureReports.read(row.getString(4))));
          return Sql.of(
                  unitOfWork,
                  "select restricted_at, restricted_by, reason from core.processing_restriction"
                      + " where person_id = ?",
                  person)
              .first(
                  row ->
                      new PersonalDataStanding(
                          Sql.instant(row, "restricted_at"),
                          row.getString(2),
                          row.getString(3),
                          erasures))
              .orElseGet(() -> new PersonalDataStanding(null, null, null, erasures));
        });
  }

  @Override
  public List<PersonalDatum> register(PersonId person) {
    access.require(CorePermissions.PRIVACY_MANAGE);
    RecordRef record = subjects.reach(person, RecordAction.READ);
    List<PersonalDatum> data = unitOfWork.call(() -> gather(person));
    audit.read(List.of(record), "everything");
    return data;
  }

  private List<PersonalDatum> gather(PersonId person) {
    return holders.describe(subjects.of(subjects.place(person)));
  }

  @Override
  public void dossier(PersonId person, Form form, OutputStream out) {
    access.require(CorePermissions.PRIVACY_MANAGE);
    RecordRef record = subjects.reach(person, RecordAction.EXPORT);
    List<PersonalDatum> data = unitOfWork.call(() -> gather(person));
    audit.record(AuditAct.EXPORTED, record, List.of(new FieldChange("format", null, form.name())));
    Dossier dossier =
        new Dossier(record.label(), acts.now().at(), data, messages, user.require().locale());
    if (form == Form.JSON) {
      dossier.json(out);
    } else {
      dossier.html(out);
    }
  }

  @Override
  public PersonalDataStanding restrict(PersonId person, String reason) {
    access.require(CorePermissions.PRIVACY_MANAGE);
    RecordRef record = subjects.reach(person, RecordAction.CHANGE);
    String why = reason(reason);
    Act act = acts.now();
    unitOfWork.run(
        () -> {
          Sql.of(
                  unitOfWork,
                  "insert into core.processing_restriction (person_id, reason, restricted_at,"
                      + " restricted_by) values (?, ?, ?, ?) on conflict (person_id) do update set"
                      + " reason = excluded.reason",
                  person,
                  why,
                  act.at(),
                  act.by())
              .update();
          audit.record(AuditAct.RESTRICTED, record, List.of(new FieldChange("reason", null, why)));
        });
    return standing(person);
  }

  @Override
  public PersonalDataStanding release(PersonId person) {
    access.require(CorePermissions.PRIVACY_MANAGE);
    RecordRef record = subjects.reach(person, RecordAction.CHANGE);
    unitOfWork.run(
        () ->
            Sql.of(
                    unitOfWork,
                    "delete from core.processing_restriction where person_id = ? returning reason",
                    person)
                .first(row -> row.getString(1))
                .ifPresent(
                    was ->
                        audit.record(
                            AuditAct.RESTRICTED,
                            record,
                            List.of(new FieldChange("reason", was, null)))));
    return standing(person);
  }

  /** Carries the outcome of a preview out of the transaction that it ends. */
  private static final class TakenBack extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<ErasedData> data;

    TakenBack(List<ErasedData> data) {
      super(null, null, false, false);
      this.data = data;
    }
  }

  @Override
  public ErasureView preview(PersonId person) {
    access.require(CorePermissions.PRIVACY_ERASE);
    subjects.reach(person, RecordAction.DELETE);
    try {
      return unitOfWork.callSeparately(
          () -> {
            throw new TakenBack(eraseAll(List.of(person)).get(0).data());
          });
    } catch (TakenBack preview) {
      return new ErasureView(null, null, null, preview.data);
    }
  }

  @Override
  public List<ErasureView> erase(List<PersonId> persons, String reason) {
    access.require(CorePermissions.PRIVACY_ERASE);
    persons.forEach(person -> subjects.reach(person, RecordAction.DELETE));
    String given = reason(reason);
    proof.requireRecent();
    Act act = acts.now();
    return unitOfWork.call(
        () ->
            eraseAll(persons).stream()
                .map(
                    erased -> {
                      String why = erased.subject().unnamed(given);
                      record(erased, why, act);
                      return new ErasureView(act.at(), act.by(), why, erased.data());
                    })
                .toList());
  }

  private void record(Erased erased, String why, Act act) {
    Sql.of(
            unitOfWork,
            "insert into core.erasure (person_id, party_id, erased_at, erased_by, reason,"
                + " report) values (?, ?, ?, ?, ?, ?::jsonb)",
            erased.place().person(),
            erased.place().party(),
            act.at(),
            act.by(),
            why,
            ErasureReports.write(erased.data()))
        .update();
  }

  private record Erased(Subjects.Place place, DataSubject subject, List<ErasedData> data) {}

  /** Holds the cards first: whoever changes a person holds its party (TEN-7). */
  private List<Erased> eraseAll(List<PersonId> persons) {
    List<Subjects.Place> places = persons.stream().map(subjects::place).toList();
    Sql.of(
            unitOfWork,
            "select id from core.party where id = any(?::bigint[]) order by id for update",
            places.stream().map(Subjects.Place::party).toList())
        .list(row -> row.getLong(1));
    List<Erased> erased = places.stream().map(this::eraseOne).toList();
    List<List<TraceSearch.Trace>> left =
        traces.findEach(erased.stream().map(one -> lookedFor(one.subject())).toList());
    for (int i = 0; i < left.size(); i++) {
      List<ErasedData> data = erased.get(i).data();
      left.get(i)
          .forEach(
              trace ->
                  data.add(ErasedData.kept("elsewhere", trace.rows(), "named", trace.place())));
    }
    return erased;
  }

  private Erased eraseOne(Subjects.Place place) {
    DataSubject subject = subjects.of(place);
    List<ErasedData> data = new ArrayList<>(holders.erase(subject));
    journal.append(new PersonChanged(place.person(), place.party(), List.of("name")));
    if (place.isTheParty()) {
      journal.append(new PartyChanged(place.party(), subject.substitute(), List.of("name")));
    }
    return new Erased(place, subject, data);
  }

  private static List<String> lookedFor(DataSubject subject) {
    return subject.traces().stream().filter(text -> text.length() >= SHORTEST_TRACE).toList();
  }

  private static String reason(String reason) {
    Findings findings = new Findings();
    String why = findings.requiredText("reason", reason, REASON);
    findings.throwIfAny();
    return why;
  }
}
