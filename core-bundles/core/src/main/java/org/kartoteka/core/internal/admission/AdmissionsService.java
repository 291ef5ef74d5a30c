package org.kartoteka.core.internal.admission;

import static org.kartoteka.core.internal.data.CorePermissions.ADMISSION_DECIDE;
import static org.kartoteka.core.internal.data.CorePermissions.PARTY_READ;
import static org.kartoteka.core.internal.data.CorePermissions.PARTY_STATUS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kartoteka.core.api.admission.AdmissionDecision;
import org.kartoteka.core.api.admission.AdmissionFact;
import org.kartoteka.core.api.admission.AdmissionId;
import org.kartoteka.core.api.admission.AdmissionState;
import org.kartoteka.core.api.admission.AdmissionView;
import org.kartoteka.core.api.admission.Admissions;
import org.kartoteka.core.api.admission.event.AdmissionAsked;
import org.kartoteka.core.api.admission.event.AdmissionDecided;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.data.Acts;
import org.kartoteka.core.internal.data.Diary;
import org.kartoteka.core.internal.party.PartyAdmissions;
import org.kartoteka.core.internal.party.PartyAdmissions.Standing;
import org.kartoteka.core.internal.party.PartyRecords;
import org.kartoteka.core.internal.party.PartyRecords.Card;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The review of new parties. */
@Component
public final class AdmissionsService implements Admissions {

  private static final int REASON = 1000;

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final PartyRecords parties;
  private final PartyAdmissions standings;
  private final AdmissionStore store;
  private final AdmissionFacts facts;
  private final Acts acts;
  private final Diary diary;
  private final PartyScopes scopes;

  @Activate
  public AdmissionsService(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference PartyRecords parties,
      @Reference PartyAdmissions standings,
      @Reference AdmissionStore store,
      @Reference AdmissionFacts facts,
      @Reference Acts acts,
      @Reference Diary diary,
      @Reference PartyScopes scopes) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.parties = parties;
    this.standings = standings;
    this.store = store;
    this.facts = facts;
    this.acts = acts;
    this.diary = diary;
    this.scopes = scopes;
  }

  @Override
  public boolean required() {
    return standings.required();
  }

  @Override
  public Page<AdmissionView> page(AdmissionState state, PageRequest request) {
    access.require(PARTY_READ);
    return unitOfWork.call(
        () -> store.page(state == null ? AdmissionState.PENDING : state, request));
  }

  @Override
  public long pending(long atMost) {
    access.require(PARTY_READ);
    return unitOfWork.call(() -> store.pending(atMost));
  }

  @Override
  public Optional<AdmissionView> of(PartyId party) {
    access.require(PARTY_READ);
    return unitOfWork.call(
        () -> scopes.reaches(party, RecordAction.READ) ? store.latest(party) : Optional.empty());
  }

  @Override
  public AdmissionView get(AdmissionId id) {
    access.require(PARTY_READ);
    return unitOfWork.call(
        () -> store.find(id).orElseThrow(() -> new NotFound("admission", id.value())));
  }

  @Override
  public List<AdmissionFact> facts(PartyId party) {
    access.require(PARTY_READ);
    return unitOfWork.call(
        () -> {
          Card card = parties.find(party);
          if (card == null) {
            throw new NotFound(PartyRegister.TYPE, party.value());
          }
          return facts.of(card.view());
        });
  }

  @Override
  public AdmissionView decide(PartyId party, AdmissionDecision decision) {
    access.require(ADMISSION_DECIDE);
    Findings findings = new Findings();
    String reason = findings.text("reason", decision.reason(), REASON);
    if (decision.admit() == null) {
      findings.add("admit", "required");
    } else if (!decision.admit() && reason == null) {
      findings.add("reason", "required");
    }
    findings.throwIfAny();
    return unitOfWork.callRepeatably(() -> decided(party, decision.admit(), reason));
  }

  private AdmissionView decided(PartyId party, boolean admit, String reason) {
    Card card = parties.hold(party);
    Standing standing = standings.of(party);
    if (standing == null || standing.state() != AdmissionState.PENDING) {
      throw new Refused("problem.admission.not-pending", card.party().name());
    }
    AdmissionState state = admit ? AdmissionState.ADMITTED : AdmissionState.REFUSED;
    store.decide(party, state, acts.now(), reason);
    PartyStatus before = card.party().status();
    if (!admit) {
      parties.changeStatus(card, PartyStatus.BARRED, reason);
    } else if (before == PartyStatus.BARRED && standing.again()) {
      parties.changeStatus(card, PartyStatus.POTENTIAL, reason);
    }
    record(
        card,
        AdmissionState.PENDING,
        state,
        reason,
        new AdmissionDecided(party, card.party().name(), admit, reason));
    parties.write(null);
    return store.latest(party).orElseThrow();
  }

  @Override
  public AdmissionView ask(PartyId party, String question) {
    access.require(PARTY_STATUS);
    Findings findings = new Findings();
    String why = findings.text("question", question, REASON);
    findings.throwIfAny();
    return unitOfWork.callRepeatably(
        () -> {
          Card card = parties.hold(party);
          Standing standing = standings.of(party);
          if (standing != null && standing.state() == AdmissionState.PENDING) {
            throw new Refused("problem.admission.is-pending", card.party().name());
          }
          boolean again = standing != null && standing.state() == AdmissionState.REFUSED;
          Act act = acts.now();
          store.ask(party, again, act, why);
          record(
              card,
              standing == null ? null : standing.state(),
              AdmissionState.PENDING,
              why,
              new AdmissionAsked(party, card.party().name(), again));
          return store.latest(party).orElseThrow();
        });
  }

  private void record(
      Card card, AdmissionState before, AdmissionState after, String reason, DomainEvent event) {
    List<FieldChange> fields = new ArrayList<>();
    fields.add(new FieldChange("admission", before == null ? null : before.name(), after.name()));
    if (reason != null) {
      fields.add(new FieldChange("admissionReason", null, reason));
    }
    diary.changed(card.reference(), fields, event);
  }
}
