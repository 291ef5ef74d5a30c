package org.kartoteka.core.internal.duplicate;

import static org.kartoteka.core.internal.data.CorePermissions.PARTY_MERGE;
import static org.kartoteka.core.internal.data.CorePermissions.PARTY_READ;
import static org.kartoteka.core.internal.data.CorePermissions.PERSON_PERSONAL;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kartoteka.core.api.duplicate.DuplicatePair;
import org.kartoteka.core.api.duplicate.DuplicateProgress;
import org.kartoteka.core.api.duplicate.DuplicateQuery;
import org.kartoteka.core.api.duplicate.Duplicates;
import org.kartoteka.core.api.duplicate.Resemblance;
import org.kartoteka.core.api.duplicate.SimilarParty;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.data.Acts;
import org.kartoteka.core.internal.duplicate.PartyKeys.Pair;
import org.kartoteka.core.internal.party.PartyLists;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Cards that are probably the same party. */
@Component
public final class DuplicatesService implements Duplicates {

  private static final int MOST = 50;
  private static final int MOST_OPEN = 10_000;

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final Acts acts;
  private final PartyLists parties;
  private final Profiles profiles;
  private final PartyKeys keys;
  private final DuplicatePairs pairs;
  private final DuplicateSearch search;
  private final PartyScopes scopes;

  @Activate
  public DuplicatesService(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference Acts acts,
      @Reference PartyLists parties,
      @Reference Profiles profiles,
      @Reference PartyKeys keys,
      @Reference DuplicatePairs pairs,
      @Reference DuplicateSearch search,
      @Reference PartyScopes scopes) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.acts = acts;
    this.parties = parties;
    this.profiles = profiles;
    this.keys = keys;
    this.pairs = pairs;
    this.search = search;
    this.scopes = scopes;
  }

  @Override
  public List<SimilarParty> check(PartyData data, PartyId except, int limit) {
    access.require(PARTY_READ);
    if (limit < 1 || limit > MOST) {
      throw new InvalidInput(FieldError.of("limit", "range", 1, MOST));
    }
    Profile profile = Profile.of(data, null);
    return unitOfWork.call(() -> similar(profile, except, limit));
  }

  @Override
  public Page<DuplicatePair> page(DuplicateQuery query, PageRequest request) {
    access.require(PARTY_READ);
    return unitOfWork.call(() -> shown(pairs.page(query, request)));
  }

  @Override
  public void dismiss(PartyId one, PartyId other) {
    access.require(PARTY_MERGE);
    unitOfWork.runRepeatably(
        () -> require(seen(one, other) && pairs.dismiss(pair(one, other), acts.now()), one, other));
  }

  @Override
  public void reopen(PartyId one, PartyId other) {
    access.require(PARTY_MERGE);
    unitOfWork.runRepeatably(
        () -> require(seen(one, other) && pairs.reopen(pair(one, other)), one, other));
  }

  @Override
  public DuplicateProgress progress() {
    access.require(PARTY_READ);
    return unitOfWork.call(() -> new DuplicateProgress(search.waiting(), pairs.open(MOST_OPEN)));
  }

  private List<SimilarParty> similar(Profile profile, PartyId except, int limit) {
    Set<Long> sharing = keys.sharing(MatchKeys.of(profile));
    if (except != null) {
      sharing.remove(except.value());
    }
    Map<Long, Likeness> likely = new HashMap<>();
    profiles
        .of(sharing)
        .forEach(
            (party, other) -> {
              Likeness likeness = Comparison.of(profile, other);
              if (likeness.isPossible()) {
                likely.put(party, likeness);
              }
            });
    List<Long> best =
        likely.entrySet().stream()
            .sorted(
                Comparator.comparingInt((Map.Entry<Long, Likeness> one) -> one.getValue().score())
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(limit)
            .map(Map.Entry::getKey)
            .toList();
    Map<Long, PartySummary> found = summaries(best.stream().map(PartyId::new).toList());
    List<SimilarParty> similar = new ArrayList<>();
    best.stream()
        .filter(found::containsKey)
        .map(
            id ->
                new SimilarParty(
                    found.get(id), likely.get(id).score(), told(likely.get(id).resemblances())))
        .forEach(similar::add);
    elsewhere(likely, best.stream().filter(id -> !found.containsKey(id)).toList())
        .forEach(owner -> similar.add(SimilarParty.elsewhere(owner)));
    return similar;
  }

  /** Whom to ask about the probable duplicates that the user may not see. */
  private List<UserId> elsewhere(Map<Long, Likeness> likely, List<Long> hidden) {
    return scopes.reachesAll(RecordAction.READ)
        ? List.of()
        : pairs.owners(
            hidden.stream()
                .filter(id -> likely.get(id).score() >= Likeness.PROBABLE)
                .map(PartyId::new)
                .toList());
  }

  private boolean seen(PartyId one, PartyId other) {
    return scopes.reachesAll(RecordAction.READ)
        || scopes.covered(List.of(one, other), RecordAction.READ).size() == 2;
  }

  private Page<DuplicatePair> shown(Page<DuplicatePairs.Row> page) {
    List<PartyId> ids = new ArrayList<>();
    page.items().forEach(row -> ids.addAll(List.of(row.first(), row.second())));
    Map<Long, PartySummary> found = summaries(ids);
    List<DuplicatePair> shown =
        page.items().stream()
            .filter(
                row ->
                    found.containsKey(row.first().value())
                        && found.containsKey(row.second().value()))
            .map(
                row ->
                    new DuplicatePair(
                        found.get(row.first().value()),
                        found.get(row.second().value()),
                        row.score(),
                        told(row.resemblances()),
                        row.foundAt(),
                        row.dismissedAt(),
                        row.dismissedBy()))
            .toList();
    return new Page<>(shown, page.next());
  }

  private Map<Long, PartySummary> summaries(List<PartyId> ids) {
    Map<Long, PartySummary> found = new HashMap<>();
    parties.summaries(ids).forEach(party -> found.put(party.id().value(), party));
    return found;
  }

  /** Without what the user may not know. */
  private List<Resemblance> told(List<Resemblance> resemblances) {
    return access.may(PERSON_PERSONAL)
        ? resemblances
        : resemblances.stream().filter(one -> one != Resemblance.BIRTHDAY).toList();
  }

  private static Pair pair(PartyId one, PartyId other) {
    return Pair.of(one.value(), other.value());
  }

  private static void require(boolean there, PartyId one, PartyId other) {
    if (!there) {
      throw new NotFound(PartyRegister.TYPE, one.value() + ", " + other.value());
    }
  }
}
