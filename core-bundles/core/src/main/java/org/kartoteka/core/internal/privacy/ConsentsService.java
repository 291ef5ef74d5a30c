package org.kartoteka.core.internal.privacy;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.privacy.ConsentData;
import org.kartoteka.core.api.privacy.ConsentGate;
import org.kartoteka.core.api.privacy.ConsentId;
import org.kartoteka.core.api.privacy.ConsentView;
import org.kartoteka.core.api.privacy.Consents;
import org.kartoteka.core.api.privacy.LegalBasis;
import org.kartoteka.core.api.privacy.ProcessingPurpose;
import org.kartoteka.core.internal.data.Acts;
import org.kartoteka.core.internal.data.CorePermissions;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.audit.AuditLog;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.document.AttachmentId;
import org.kartoteka.platform.api.document.AttachmentView;
import org.kartoteka.platform.api.document.Attachments;
import org.kartoteka.platform.api.history.ChangeHistory;
import org.kartoteka.platform.api.history.ChangeView;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.history.FieldChanges;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Purposes and consents. A consent is never changed; withdrawn, it stays as the proof. */
@Component
public final class ConsentsService implements Consents, ConsentGate {

  /** The type of consents in references: the owner of the files that prove them. */
  static final String TYPE = "consent";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,49}");
  private static final String ANY = "any";
  private static final Set<String> CHANNELS = Set.of("email", "phone", "sms", "post", ANY);
  private static final int SHORT = 200;
  private static final int LONG = 4000;

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final Subjects subjects;
  private final Attachments attachments;
  private final ChangeHistory history;
  private final AuditLog audit;
  private final Acts acts;

  @Activate
  public ConsentsService(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference Subjects subjects,
      @Reference Attachments attachments,
      @Reference ChangeHistory history,
      @Reference AuditLog audit,
      @Reference Acts acts) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.subjects = subjects;
    this.attachments = attachments;
    this.history = history;
    this.audit = audit;
    this.acts = acts;
  }

  @Override
  public List<ProcessingPurpose> purposes() {
    access.require(CorePermissions.PRIVACY_MANAGE);
    return unitOfWork.read(
        () ->
            Sql.of(unitOfWork, "select * from core.processing_purpose order by name")
                .list(ConsentsService::purpose));
  }

  @Override
  public ProcessingPurpose save(ProcessingPurpose purpose) {
    access.require(CorePermissions.PRIVACY_MANAGE);
    Findings findings = new Findings();
    String name = findings.requiredLine("name", purpose.name(), 50);
    if (name != null && !NAME.matcher(name).matches()) {
      findings.add("name", "purposeName");
    }
    if (purpose.basis() == null) {
      findings.add("basis", "required");
    }
    String description = findings.requiredText("description", purpose.description(), LONG);
    findings.throwIfAny();
    return unitOfWork.call(
        () -> {
          ProcessingPurpose before = find(name).orElse(null);
          ProcessingPurpose after =
              new ProcessingPurpose(name, purpose.basis(), description, purpose.archived());
          Sql.of(
                  unitOfWork,
                  "insert into core.processing_purpose (name, basis, description, archived) values"
                      + " (?, ?, ?, ?) on conflict (name) do update set basis = excluded.basis,"
                      + " description = excluded.description, archived = excluded.archived",
                  name,
                  after.basis(),
                  description,
                  after.archived())
              .update();
          history.record(
              before == null ? ChangeView.Kind.CREATED : ChangeView.Kind.CHANGED,
              new RecordRef("purpose", name, name),
              new FieldChanges<>(before, after)
                  .field("basis", ProcessingPurpose::basis)
                  .field("description", ProcessingPurpose::description)
                  .field("archived", ProcessingPurpose::archived)
                  .list());
          return after;
        });
  }

  private Optional<ProcessingPurpose> find(String name) {
    return Sql.of(unitOfWork, "select * from core.processing_purpose where name = ?", name)
        .first(ConsentsService::purpose);
  }

  @Override
  public List<ConsentView> of(PersonId person) {
    access.require(CorePermissions.PRIVACY_MANAGE);
    subjects.reach(person, RecordAction.READ);
    return unitOfWork.read(
        () -> {
          Instant now = acts.now().at();
          return Sql.of(
                  unitOfWork,
                  "select * from core.consent where person_id = ? order by id desc",
                  person)
              .list(row -> consent(row, now));
        });
  }

  @Override
  public ConsentView give(PersonId person, ConsentData consent) {
    access.require(CorePermissions.PRIVACY_MANAGE);
    RecordRef record = subjects.reach(person, RecordAction.CHANGE);
    Act act = acts.now();
    Instant givenAt = consent.givenAt() == null ? act.at() : consent.givenAt();
    Findings findings = new Findings();
    String purpose = findings.requiredLine("purpose", consent.purpose(), 50);
    String channel = consent.channel() == null ? ANY : consent.channel();
    if (!CHANNELS.contains(channel)) {
      findings.add("channel", "choice", String.join(", ", CHANNELS));
    }
    String version = findings.requiredLine("textVersion", consent.textVersion(), SHORT);
    String source = findings.requiredLine("source", consent.source(), SHORT);
    String proof = findings.text("proof", consent.proof(), LONG);
    if (givenAt.isAfter(act.at())) {
      findings.add("givenAt", "future");
    }
    if (consent.expiresAt() != null && !consent.expiresAt().isAfter(givenAt)) {
      findings.add("expiresAt", "beforeStart");
    }
    findings.throwIfAny();
    return unitOfWork.call(
        () -> {
          requireConsentPurpose(purpose);
          long id =
              Sql.of(
                      unitOfWork,
                      "insert into core.consent (person_id, purpose, channel, text_version, source,"
                          + " proof, given_at, expires_at, recorded_by) values (?, ?, ?, ?, ?, ?, ?,"
                          + " ?, ?) returning id",
                      person,
                      purpose,
                      channel,
                      version,
                      source,
                      proof,
                      givenAt,
                      consent.expiresAt(),
                      act.by())
                  .number();
          history.record(
              ChangeView.Kind.CHANGED,
              record,
              List.of(new FieldChange("consent", null, purpose + " (" + channel + ")")));
          return get(person, new ConsentId(id));
        });
  }

  private void requireConsentPurpose(String name) {
    ProcessingPurpose purpose = find(name).orElseThrow(() -> new NotFound("purpose", name));
    if (purpose.basis() != LegalBasis.CONSENT || purpose.archived()) {
      throw new Refused("core.privacy.no-consent-purpose", name);
    }
  }

  @Override
  public ConsentView withdraw(PersonId person, ConsentId id, String how) {
    access.require(CorePermissions.PRIVACY_MANAGE);
    RecordRef record = subjects.reach(person, RecordAction.CHANGE);
    Findings findings = new Findings();
    String way = findings.requiredLine("how", how, SHORT);
    findings.throwIfAny();
    Act act = acts.now();
    return unitOfWork.call(
        () -> {
          ConsentView before = get(person, id);
          int done =
              Sql.of(
                      unitOfWork,
                      "update core.consent set withdrawn_at = ?, withdrawn_by = ?, withdrawal = ?"
                          + " where id = ? and person_id = ? and withdrawn_at is null",
                      act.at(),
                      act.by(),
                      way,
                      id,
                      person)
                  .update();
          if (done > 0) {
            history.record(
                ChangeView.Kind.CHANGED,
                record,
                List.of(
                    new FieldChange(
                        "consent",
                        before.data().purpose() + " (" + before.data().channel() + ")",
                        null)));
          }
          return get(person, id);
        });
  }

  @Override
  public boolean mayProcess(PersonId person, String purpose, String channel) {
    Instant now = acts.now().at();
    return unitOfWork.read(
        () ->
            Sql.of(
                        unitOfWork,
                        """
                        select count(*) from core.processing_purpose p
                         where p.name = ? and not p.archived
                           and not exists (select from core.processing_restriction r
                                            where r.person_id = ?)
                           and (p.basis <> 'CONSENT'
                                or exists (select from core.consent c
                                            where c.person_id = ? and c.purpose = p.name
                                              and c.channel in (?, 'any') and c.given_at <= ?
                                              and c.withdrawn_at is null
                                              and (c.expires_at is null or c.expires_at > ?)))
                        """,
                        purpose,
                        person,
                        person,
                        channel,
                        now,
                        now)
                    .number()
                > 0);
  }

  @Override
  public AttachmentView prove(PersonId person, ConsentId id, String fileName, InputStream content) {
    access.require(CorePermissions.PRIVACY_MANAGE);
    RecordRef record = subjects.reach(person, RecordAction.CHANGE);
    return unitOfWork.call(
        () -> {
          get(person, id);
          AttachmentView proof = attachments.add(RecordRef.of(TYPE, id, ""), fileName, content);
          history.record(
              ChangeView.Kind.CHANGED,
              record,
              List.of(new FieldChange("consentProof", null, proof.name())));
          return proof;
        });
  }

  @Override
  public InputStream open(PersonId person, ConsentId id, AttachmentId proof) {
    access.require(CorePermissions.PRIVACY_MANAGE);
    RecordRef record = subjects.reach(person, RecordAction.READ);
    return unitOfWork.call(
        () -> {
          boolean known =
              get(person, id).proofs().stream().anyMatch(file -> file.id().equals(proof));
          if (!known) {
            throw new NotFound("attachment", proof.value());
          }
          audit.read(List.of(record), "consentProof");
          return attachments.open(proof);
        });
  }

  private ConsentView get(PersonId person, ConsentId id) {
    Instant now = acts.now().at();
    return Sql.of(
            unitOfWork, "select * from core.consent where id = ? and person_id = ?", id, person)
        .first(row -> consent(row, now))
        .orElseThrow(() -> new NotFound(TYPE, id.value()));
  }

  private static ProcessingPurpose purpose(ResultSet row) throws SQLException {
    return new ProcessingPurpose(
        row.getString("name"),
        LegalBasis.valueOf(row.getString("basis")),
        row.getString("description"),
        row.getBoolean("archived"));
  }

  private ConsentView consent(ResultSet row, Instant now) throws SQLException {
    Instant expiresAt = Sql.instant(row, "expires_at");
    Instant withdrawnAt = Sql.instant(row, "withdrawn_at");
    ConsentId id = new ConsentId(row.getLong("id"));
    return new ConsentView(
        id,
        new ConsentData(
            row.getString("purpose"),
            row.getString("channel"),
            row.getString("text_version"),
            row.getString("source"),
            row.getString("proof"),
            Sql.instant(row, "given_at"),
            expiresAt),
        row.getString("recorded_by"),
        withdrawnAt,
        row.getString("withdrawn_by"),
        row.getString("withdrawal"),
        withdrawnAt == null && (expiresAt == null || expiresAt.isAfter(now)),
        attachments.of(TYPE, Long.toString(id.value())));
  }
}
