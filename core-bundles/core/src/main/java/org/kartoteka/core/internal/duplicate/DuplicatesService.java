package org.kartoteka.core.internal.duplicate;

import static org.kartoteka.core.internal.data.CorePermissions.PARTY_MERGE;
import static org.kartoteka.core.internal.data.CorePermissions.PARTY_READ;
import static org.kartoteka.core.internal.data.CorePermissions.PERSON_PERSONAL;
import static org.kartoteka.core.internal.data.CorePermissions.PERSON_PRIVATE;
import static org.kartoteka.core.internal.data.CorePermissions.PERSON_READ;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kartoteka.core.api.duplicate.DuplicatePair;
import org.kartoteka.core.api.duplicate.DuplicatePersons;
import org.kartoteka.core.api.duplicate.DuplicatePersonsQuery;
import org.kartoteka.core.api.duplicate.DuplicateProgress;
import org.kartoteka.core.api.duplicate.DuplicateQuery;
import org.kartoteka.core.api.duplicate.Duplicates;
import org.kartoteka.core.api.duplicate.Resemblance;
import org.kartoteka.core.api.duplicate.SimilarParty;
import org.kartoteka.core.api.duplicate.SimilarPerson;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.data.Acts;
import org.kartoteka.core.internal.duplicate.CardKeys.Pair;
import org.kartoteka.core.internal.duplicate.DuplicatePairs.Row;
import org.kartoteka.core.internal.duplicate.Profile.Groups;
import org.kartoteka.core.internal.duplicate.SimilarCards.Similar;
import org.kartoteka.core.internal.party.PartyLists;
import org.kartoteka.core.internal.person.PersonLists;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.record.Id;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Cards that are probably the same party or person. */
@Component
public final class DuplicatesService implements Duplicates {

  private static final int MOST = 50;
  private static final int MOST_OPEN = 10_000;

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final Acts acts;
  private final PartyLists parties;
  private final PersonLists persons;
  private final SimilarCards similar;
  private final DuplicatePairs pairs;
  private final DuplicateSearch search;
  private final PartyScopes scopes;

  @Activate
  public DuplicatesService(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference Acts acts,
      @Reference PartyLists parties,
      @Reference PersonLists persons,
      @Reference SimilarCards similar,
      @Reference DuplicatePairs pairs,
      @Reference DuplicateSearch search,
      @Reference PartyScopes scopes) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.acts = acts;
    this.parties = parties;
    this.persons = persons;
    this.similar = similar;
    this.pairs = pairs;
    this.search = search;
    this.scopes = scopes;
  }

  @Override
  public List<SimilarParty> check(PartyData data, PartyId except, int limit) {
    access.require(PARTY_READ);
    requireLimit(limit);
    Profile typed = Profile.of(data, null);
    return unitOfWork.call(
        () -> {
          List<Similar> found = similar.parties(typed, settled(Compared.PARTY, except), limit);
          Map<Long, PartySummary> shown = summaries(found.stream().map(Similar::id));
          return hints(Compared.PARTY, found, shown, SimilarParty::new, SimilarParty::elsewhere);
        });
  }

  @Override
  public List<SimilarPerson> check(PersonData data, PartyId party, PersonId except, int limit) {
    access.require(PERSON_READ);
    requireLimit(limit);
    Groups groups = new Groups(access.may(PERSON_PRIVATE), access.may(PERSON_PERSONAL));
    Profile typed = Profile.of(data, party, groups);
    return unitOfWork.call(
        () -> {
          if (party != null) {
            scopes.require(party, RecordAction.READ);
          }
          Set<Long> settled = settled(Compared.PERSON, except);
          List<Similar> found = similar.persons(typed, groups, settled, limit);
          Map<Long, PersonView> shown = views(found.stream().map(Similar::id));
          return hints(Compared.PERSON, found, shown, SimilarPerson::new, SimilarPerson::elsewhere);
        });
  }

  /** The card itself, and those that somebody told apart from it. */
  private Set<Long> settled(Compared what, Id card) {
    if (card == null) {
      return Set.of();
    }
    Set<Long> settled = new HashSet<>(pairs.dismissed(what, card.value()));
    settled.add(card.value());
    return settled;
  }

  @Override
  public Page<DuplicatePair> page(DuplicateQuery query, PageRequest request) {
    access.require(PARTY_READ);
    return unitOfWork.call(
        () -> {
          Page<Row> page =
              pairs.page(Compared.PARTY, number(query.party()), query.dismissed(), request);
          return shown(page, summaries(cards(page)), DuplicatePair::new);
        });
  }

  @Override
  public Page<DuplicatePersons> page(DuplicatePersonsQuery query, PageRequest request) {
    access.require(PERSON_READ);
    return unitOfWork.call(
        () -> {
          Page<Row> page =
              pairs.page(Compared.PERSON, number(query.person()), query.dismissed(), request);
          return shown(page, views(cards(page)), DuplicatePersons::new);
        });
  }

  @Override
  public void dismiss(PartyId one, PartyId other) {
    access.require(PARTY_MERGE);
    dismiss(Compared.PARTY, PartyRegister.TYPE, one, other);
  }

  @Override
  public void dismiss(PersonId one, PersonId other) {
    access.require(PARTY_MERGE);
    access.require(PERSON_READ);
    dismiss(Compared.PERSON, PersonDirectory.TYPE, one, other);
  }

  private void dismiss(Compared what, String type, Id one, Id other) {
    unitOfWork.runRepeatably(
        () -> require(pairs.dismiss(what, pair(one, other), acts.now()), type, one, other));
  }

  @Override
  public void reopen(PartyId one, PartyId other) {
    access.require(PARTY_MERGE);
    reopen(Compared.PARTY, PartyRegister.TYPE, one, other);
  }

  @Override
  public void reopen(PersonId one, PersonId other) {
    access.require(PARTY_MERGE);
    access.require(PERSON_READ);
    reopen(Compared.PERSON, PersonDirectory.TYPE, one, other);
  }

  private void reopen(Compared what, String type, Id one, Id other) {
    unitOfWork.runRepeatably(() -> require(pairs.reopen(what, pair(one, other)), type, one, other));
  }

  @Override
  public DuplicateProgress progress() {
    access.require(PARTY_READ);
    return unitOfWork.call(
        () ->
            new DuplicateProgress(
                search.waiting(Compared.PARTY),
                pairs.open(Compared.PARTY, MOST_OPEN),
                search.waiting(Compared.PERSON),
                access.may(PERSON_READ) ? pairs.open(Compared.PERSON, MOST_OPEN) : 0));
  }

  /** What makes a hint of a card that was found. */
  private interface Hint<C, H> {

    H of(C card, int score, List<Resemblance> resemblances);
  }

  /** Those that the user may see, and whom to ask about the probable ones that he may not. */
  private <C, H> List<H> hints(
      Compared what,
      List<Similar> found,
      Map<Long, C> shown,
      Hint<C, H> hint,
      Function<UserId, H> elsewhere) {
    List<H> hints = new ArrayList<>();
    List<Long> hidden = new ArrayList<>();
    for (Similar one : found) {
      Likeness likeness = one.likeness();
      if (shown.containsKey(one.id())) {
        hints.add(hint.of(shown.get(one.id()), likeness.score(), told(likeness.resemblances())));
      } else if (likeness.isProbable()) {
        hidden.add(one.id());
      }
    }
    if (!scopes.reachesAll(RecordAction.READ)) {
      pairs.owners(what, hidden).forEach(owner -> hints.add(elsewhere.apply(owner)));
    }
    return hints;
  }

  /** What makes a pair of two cards. */
  private interface PairOf<C, P> {

    P of(
        C first,
        C second,
        int score,
        List<Resemblance> resemblances,
        Instant foundAt,
        Instant dismissedAt,
        String dismissedBy);
  }

  private <C, P> Page<P> shown(Page<Row> page, Map<Long, C> found, PairOf<C, P> pair) {
    List<P> shown =
        page.items().stream()
            .filter(row -> found.containsKey(row.first()) && found.containsKey(row.second()))
            .map(
                row ->
                    pair.of(
                        found.get(row.first()),
                        found.get(row.second()),
                        row.score(),
                        told(row.resemblances()),
                        row.foundAt(),
                        row.dismissedAt(),
                        row.dismissedBy()))
            .toList();
    return new Page<>(shown, page.next());
  }

  private static Stream<Long> cards(Page<Row> page) {
    return page.items().stream().flatMap(row -> Stream.of(row.first(), row.second()));
  }

  private Map<Long, PartySummary> summaries(Stream<Long> ids) {
    return parties.summaries(ids.map(PartyId::new).toList()).stream()
        .collect(Collectors.toMap(party -> party.id().value(), party -> party));
  }

  /** Without the groups that need a right of their own. */
  private Map<Long, PersonView> views(Stream<Long> ids) {
    return persons.of(ids.map(PersonId::new).collect(Collectors.toSet())).stream()
        .map(row -> row.person().toView(row.partyName(), false, false))
        .collect(Collectors.toMap(person -> person.id().value(), person -> person));
  }

  /** Without what the user may not know. */
  private List<Resemblance> told(List<Resemblance> resemblances) {
    return resemblances.stream()
        .filter(one -> one != Resemblance.BIRTHDAY || access.may(PERSON_PERSONAL))
        .filter(one -> one != Resemblance.PRIVATE_CONTACT || access.may(PERSON_PRIVATE))
        .toList();
  }

  private static void requireLimit(int limit) {
    if (limit < 1 || limit > MOST) {
      throw new InvalidInput(FieldError.of("limit", "range", 1, MOST));
    }
  }

  private static Long number(Id id) {
    return id == null ? null : id.value();
  }

  private static Pair pair(Id one, Id other) {
    return Pair.of(one.value(), other.value());
  }

  private static void require(boolean there, String type, Id one, Id other) {
    if (!there) {
      throw new NotFound(type, one.value() + ", " + other.value());
    }
  }
}
