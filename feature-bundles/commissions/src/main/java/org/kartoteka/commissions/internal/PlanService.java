package org.kartoteka.commissions.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.kartoteka.commissions.AssignPlan;
import org.kartoteka.commissions.Assignee;
import org.kartoteka.commissions.AssignmentId;
import org.kartoteka.commissions.AssignmentView;
import org.kartoteka.commissions.DefineVersion;
import org.kartoteka.commissions.PlanData;
import org.kartoteka.commissions.PlanId;
import org.kartoteka.commissions.PlanTerms;
import org.kartoteka.commissions.PlanVersionId;
import org.kartoteka.commissions.PlanVersionView;
import org.kartoteka.commissions.PlanView;
import org.kartoteka.commissions.Plans;
import org.kartoteka.commissions.Share;
import org.kartoteka.commissions.SplitData;
import org.kartoteka.commissions.SplitId;
import org.kartoteka.commissions.SplitView;
import org.kartoteka.commissions.internal.data.CommissionPermissions;
import org.kartoteka.commissions.internal.data.PlanRows;
import org.kartoteka.commissions.internal.domain.Terms;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartyScope;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.platform.api.security.UserDirectory;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Plans, their versions, and who has them. */
@Component
public final class PlanService implements Plans {

  private static final int NAME = 200;
  private static final int TEXT = 10_000;

  private final RecordKeeping keeping;
  private final AccessControl access;
  private final PlanRows rows;
  private final UserDirectory users;
  private final PartyRegister parties;
  private final PartyScope scope;

  @Activate
  public PlanService(
      @Reference RecordKeeping keeping,
      @Reference AccessControl access,
      @Reference PlanRows rows,
      @Reference UserDirectory users,
      @Reference PartyRegister parties,
      @Reference PartyScope scope) {
    this.keeping = keeping;
    this.access = access;
    this.rows = rows;
    this.users = users;
    this.parties = parties;
    this.scope = scope;
  }

  @Override
  public PlanView add(PlanData given) {
    return acting(
        () -> {
          PlanData data = checked(given, null);
          PlanView plan = get(rows.add(data, keeping.act()));
          keeping.created(reference(plan), data);
          return plan;
        });
  }

  @Override
  public PlanView change(PlanId id, ExpectedRevision revision, PlanData given) {
    return acting(
        () -> {
          PlanView before = rows.lock(id).orElseThrow(() -> new NotFound(TYPE, id.value()));
          revision.check(before.revision(), TYPE, id.value());
          PlanData data = checked(given, id);
          if (data.equals(before.data())) {
            return before;
          }
          rows.change(id, data, keeping.act());
          keeping.changed(reference(before), before.data(), data);
          return get(id);
        });
  }

  @Override
  public PlanVersionView define(PlanId id, DefineVersion order) {
    return acting(
        () -> {
          PlanView plan = rows.lock(id).orElseThrow(() -> new NotFound(TYPE, id.value()));
          Findings findings = new Findings();
          LocalDate from =
              findings.day("validFrom", findings.required("validFrom", order.validFrom()));
          String remark = findings.text("remark", order.remark(), TEXT);
          PlanTerms terms = Terms.normal(order.terms(), findings);
          findings.throwIfAny();
          PlanVersionView version = version(rows.define(id, from, remark, terms, keeping.act()));
          keeping.changed(
              reference(plan),
              new InForce(plan.latestVersion(), plan.latestValidFrom()),
              new InForce(version.number(), version.validFrom()));
          return version;
        });
  }

  /** What the history of a plan tells of a new version. */
  public record InForce(Integer version, LocalDate validFrom) {}

  @Override
  public List<PlanView> all() {
    return reading(rows::all);
  }

  @Override
  public PlanView get(PlanId id) {
    return reading(() -> rows.find(id).orElseThrow(() -> new NotFound(TYPE, id.value())));
  }

  @Override
  public List<PlanVersionView> versions(PlanId id) {
    return reading(
        () -> {
          get(id);
          return rows.versions(id);
        });
  }

  @Override
  public PlanVersionView version(PlanVersionId id) {
    return reading(
        () ->
            rows.version(id)
                .orElseThrow(() -> new NotFound("commissions.plan-version", id.value())));
  }

  @Override
  public AssignmentView assign(PlanId id, AssignPlan order) {
    return acting(
        () -> {
          PlanView plan = get(id);
          Findings findings = new Findings();
          findings.required("assignee", order.assignee());
          String subject = subject(order, findings);
          LocalDate from =
              findings.day("validFrom", findings.required("validFrom", order.validFrom()));
          LocalDate until = findings.day("validUntil", order.validUntil());
          if (from != null && until != null && until.isBefore(from)) {
            findings.add("validUntil", "beforeStart");
          }
          findings.throwIfAny();
          AssignmentId made =
              rows.assign(id, order.assignee(), subject, from, until, keeping.act());
          AssignmentView view = rows.assignment(made).orElseThrow();
          keeping.changed(
              reference(plan), new Held(null, null), new Held(order.assignee(), subject));
          return view;
        });
  }

  /** What the history of a plan tells of an assignment. */
  public record Held(Assignee assignee, String subject) {}

  private String subject(AssignPlan order, Findings findings) {
    if (order.assignee() == Assignee.EVERYBODY) {
      return "";
    }
    String subject = findings.requiredLine("subject", order.subject(), NAME);
    if (subject != null
        && order.assignee() == Assignee.PERSON
        && (!subject.matches("\\d{1,18}")
            || users.user(new UserId(Long.parseLong(subject))).isEmpty())) {
      findings.add("subject", "unknownUser", subject);
    }
    return subject;
  }

  @Override
  public void endAssignment(AssignmentId id) {
    acting(
        () -> {
          AssignmentView standing =
              rows.assignment(id)
                  .orElseThrow(() -> new NotFound("commissions.assignment", id.value()));
          rows.endAssignment(id, keeping.act());
          keeping.changed(
              reference(get(standing.planId())),
              new Held(standing.assignee(), standing.subject()),
              new Held(null, null));
          return null;
        });
  }

  @Override
  public List<AssignmentView> assignments(PlanId id) {
    return reading(
        () -> {
          get(id);
          return rows.assignments(id);
        });
  }

  @Override
  public SplitView split(SplitData given) {
    return acting(
        () -> {
          Findings findings = new Findings();
          SplitData data = Terms.normal(given, findings);
          for (int i = 0; i < data.shares().size(); i++) {
            Share share = data.shares().get(i);
            if (share.person() != null && users.user(share.person()).isEmpty()) {
              findings.add("shares[" + i + "].person", "unknownUser", share.person().value());
            }
          }
          if (data.partyId() != null && parties.find(data.partyId()).isEmpty()) {
            findings.add("partyId", "unknownParty", data.partyId());
          }
          findings.throwIfAny();
          SplitId id = rows.addSplit(data, keeping.act());
          keeping.created(reference(id), data);
          return rows.split(id).orElseThrow();
        });
  }

  @Override
  public void endSplit(SplitId id) {
    acting(
        () -> {
          SplitView standing =
              rows.split(id)
                  .filter(split -> !inReach(List.of(split)).isEmpty())
                  .orElseThrow(() -> new NotFound("commissions.split", id.value()));
          rows.endSplit(id, keeping.act());
          keeping.deleted(reference(id), standing.data());
          return null;
        });
  }

  @Override
  public List<SplitView> splits() {
    return reading(() -> inReach(rows.splits()));
  }

  /** Splits of contracts belong to no party; they are told as they were defined. */
  private List<SplitView> inReach(List<SplitView> splits) {
    Set<PartyId> covered =
        scope.covered(
            splits.stream().map(split -> split.data().partyId()).filter(Objects::nonNull).toList(),
            RecordAction.READ);
    return splits.stream()
        .filter(split -> split.data().partyId() == null || covered.contains(split.data().partyId()))
        .toList();
  }

  private PlanData checked(PlanData given, PlanId id) {
    Findings findings = new Findings();
    PlanData data =
        new PlanData(
            findings.requiredLine("name", given.name(), NAME),
            findings.text("description", given.description(), TEXT),
            given.retired());
    if (data.name() != null && rows.isTaken(data.name(), id)) {
      findings.add("name", "notUnique", data.name());
    }
    findings.throwIfAny();
    return data;
  }

  private <T> T acting(Supplier<T> work) {
    return keeping.with(CommissionPermissions.DEFINE, work);
  }

  private <T> T reading(Supplier<T> work) {
    return keeping.with(
        access.may(CommissionPermissions.ALL)
            ? CommissionPermissions.ALL
            : CommissionPermissions.DEFINE,
        work);
  }

  private static RecordRef reference(PlanView plan) {
    return RecordRef.of(TYPE, plan.id(), plan.name());
  }

  private static RecordRef reference(SplitId id) {
    return RecordRef.of("commissions.split", id, "");
  }
}
