package org.kartoteka.core.internal.retention;

import static org.kartoteka.core.internal.data.CorePermissions.PRIVACY_ERASE;
import static org.kartoteka.core.internal.data.CorePermissions.PRIVACY_MANAGE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.kartoteka.core.api.retention.RetentionDecision;
import org.kartoteka.core.api.retention.RetentionOutcome;
import org.kartoteka.core.api.retention.RetentionReviewId;
import org.kartoteka.core.api.retention.RetentionReviewView;
import org.kartoteka.core.api.retention.RetentionReviews;
import org.kartoteka.core.api.retention.RetentionState;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.data.Acts;
import org.kartoteka.core.internal.retention.RetentionStore.Review;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.ChangeHistory;
import org.kartoteka.platform.api.history.ChangeView;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.privacy.ErasedData;
import org.kartoteka.platform.api.privacy.RetentionKind;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.RecentProof;
import org.kartoteka.platform.api.security.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** People decide what becomes of records that are due. */
@Component
public final class RetentionReviewsService implements RetentionReviews {

  private static final int REASON = 1000;

  /** How many are decided in one transaction. */
  private static final int TOGETHER = 10;

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final RecentProof proof;
  private final CurrentUser user;
  private final Messages messages;
  private final RetentionKinds kinds;
  private final RetentionStore store;
  private final PartyScopes scopes;
  private final ChangeHistory history;
  private final Acts acts;

  @Activate
  public RetentionReviewsService(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference RecentProof proof,
      @Reference CurrentUser user,
      @Reference Messages messages,
      @Reference RetentionKinds kinds,
      @Reference RetentionStore store,
      @Reference PartyScopes scopes,
      @Reference ChangeHistory history,
      @Reference Acts acts) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.proof = proof;
    this.user = user;
    this.messages = messages;
    this.kinds = kinds;
    this.store = store;
    this.scopes = scopes;
    this.history = history;
    this.acts = acts;
  }

  @Override
  public Page<RetentionReviewView> page(String kind, RetentionState state, PageRequest request) {
    access.require(PRIVACY_MANAGE);
    return unitOfWork.read(
        () -> {
          Page<Review> page = store.page(kind, state == null ? RetentionState.DUE : state, request);
          Map<String, Map<Long, String>> labels = labels(page.items());
          return page.map(
              review ->
                  view(
                      review, labels.getOrDefault(review.kind(), Map.of()).get(review.recordId())));
        });
  }

  private Map<String, Map<Long, String>> labels(List<Review> reviews) {
    Map<String, Map<Long, String>> labels = new HashMap<>();
    reviews.stream()
        .collect(
            Collectors.groupingBy(
                Review::kind, Collectors.mapping(Review::recordId, Collectors.toSet())))
        .forEach(
            (kind, ids) ->
                kinds.find(kind).ifPresent(present -> labels.put(kind, present.labels(ids))));
    return labels;
  }

  @Override
  public List<RetentionOutcome> decide(
      Collection<RetentionReviewId> ids, RetentionDecision decision) {
    access.require(PRIVACY_MANAGE);
    RetentionDecision sound = checked(ids, decision);
    if (sound.erase()) {
      access.require(PRIVACY_ERASE);
      proof.requireRecent();
    }
    List<RetentionReviewId> all = ids.stream().distinct().toList();
    List<RetentionOutcome> outcomes = new ArrayList<>();
    for (int from = 0; from < all.size(); from += TOGETHER) {
      outcomes.addAll(decided(all.subList(from, Math.min(from + TOGETHER, all.size())), sound));
    }
    return outcomes;
  }

  /** Several at once, as that takes little longer than one; when one cannot be done, one by one. */
  private List<RetentionOutcome> decided(List<RetentionReviewId> ids, RetentionDecision decision) {
    try {
      unitOfWork.run(() -> carryOut(ids, decision));
      return ids.stream().map(id -> new RetentionOutcome(id, true, null)).toList();
    } catch (Problem problem) {
      return ids.stream().map(id -> decided(id, decision)).toList();
    }
  }

  private RetentionDecision checked(Collection<RetentionReviewId> ids, RetentionDecision decision) {
    Findings findings = new Findings();
    if (ids == null || ids.isEmpty()) {
      findings.add("reviews", "required");
    } else if (ids.size() > AT_ONCE) {
      findings.add("reviews", "tooMany", AT_ONCE);
    }
    if (decision.erase() == null) {
      findings.add("erase", "required");
    } else if (!decision.erase() && decision.until() == null) {
      findings.add("until", "required");
    } else if (!decision.erase() && !decision.until().isAfter(day(acts.now().at()))) {
      findings.add("until", "past");
    }
    String reason = findings.requiredText("reason", decision.reason(), REASON);
    findings.throwIfAny();
    return new RetentionDecision(
        decision.erase(), decision.erase() ? null : decision.until(), reason);
  }

  private RetentionOutcome decided(RetentionReviewId id, RetentionDecision decision) {
    try {
      unitOfWork.run(() -> carryOut(List.of(id), decision));
      return new RetentionOutcome(id, true, null);
    } catch (Problem problem) {
      Locale locale = user.require().locale();
      return new RetentionOutcome(
          id,
          false,
          messages.text(
              locale, problem.key(), problem.arguments(key -> messages.find(locale, key))));
    }
  }

  private void carryOut(List<RetentionReviewId> ids, RetentionDecision decision) {
    List<Review> reviews = ids.stream().map(id -> held(id, decision)).toList();
    if (decision.erase()) {
      reviews.stream()
          .collect(Collectors.groupingBy(Review::kind, LinkedHashMap::new, Collectors.toList()))
          .forEach((kind, several) -> erase(kind, several, decision.reason()));
    } else {
      reviews.forEach(review -> keep(review, decision));
    }
  }

  private Review held(RetentionReviewId id, RetentionDecision decision) {
    Review review = store.hold(id).orElseThrow(() -> new NotFound("retention-review", id.value()));
    if (review.state() == RetentionState.ERASED) {
      throw new Refused("core.retention.erased-already");
    }
    if (review.party() != null) {
      scopes.requireReach(
          review.party(), decision.erase() ? RecordAction.DELETE : RecordAction.CHANGE);
    }
    return review;
  }

  private void keep(Review review, RetentionDecision decision) {
    store.decide(review.id(), RetentionState.KEPT, decision.until(), decision.reason(), acts.now());
    String label =
        kinds
            .find(review.kind())
            .map(kind -> kind.labels(List.of(review.recordId())).get(review.recordId()))
            .orElse("");
    history.record(
        ChangeView.Kind.CHANGED,
        new RecordRef(review.recordType(), Long.toString(review.recordId()), label),
        List.of(
            new FieldChange("keptUntil", text(review.keptUntil()), text(decision.until())),
            new FieldChange("keptBecause", review.reason(), decision.reason())));
  }

  private void erase(String name, List<Review> several, String reason) {
    RetentionKind kind = kinds.find(name).orElseThrow(() -> new Refused("core.retention.resting"));
    Act act = acts.now();
    Instant before =
        store
            .rule(name)
            .map(rule -> rule.before(act.at()))
            .orElseThrow(() -> new Refused("core.retention.not-due"));
    for (Review review : several) {
      if (kind.due(review.recordId(), before).isEmpty()) {
        throw new Refused("core.retention.not-due");
      }
      store.decide(review.id(), RetentionState.ERASED, null, reason, act);
    }
    List<List<ErasedData>> erased =
        kind.erase(several.stream().map(Review::recordId).toList(), reason);
    for (int i = 0; i < erased.size(); i++) {
      store.report(several.get(i).id(), erased.get(i));
    }
  }

  private RetentionReviewView view(Review review, String label) {
    return new RetentionReviewView(
        review.id(),
        review.kind(),
        review.recordType(),
        Long.toString(review.recordId()),
        review.party(),
        label,
        review.since(),
        review.dueSince(),
        kinds.find(review.kind()).isEmpty(),
        review.state(),
        review.keptUntil(),
        review.reason(),
        review.decidedAt(),
        review.decidedBy(),
        review.erased());
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneId.systemDefault());
  }

  private static String text(LocalDate day) {
    return day == null ? null : day.toString();
  }
}
