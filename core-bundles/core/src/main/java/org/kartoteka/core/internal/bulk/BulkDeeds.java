package org.kartoteka.core.internal.bulk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.kartoteka.core.api.bulk.BulkActId;
import org.kartoteka.core.api.bulk.BulkOrder;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.api.register.Registers;
import org.kartoteka.core.internal.bulk.BulkStore.Changed;
import org.kartoteka.core.internal.bulk.BulkStore.Outcome;
import org.kartoteka.core.internal.bulk.BulkStore.Trouble;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.party.PartyRecords;
import org.kartoteka.core.internal.party.PartyRecords.Card;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Does a bulk act with some parties, or undoes it, within a unit of work of the caller. */
@Component(service = BulkDeeds.class)
public class BulkDeeds {

  private static final Trouble EDITED = new Trouble("bulk.problem.edited", List.of());
  private static final Trouble OUTSIDE = new Trouble("bulk.problem.outsideScope", List.of());

  private final UnitOfWork unitOfWork;
  private final PartyRecords records;
  private final Registers registers;
  private final PartyScopes scopes;
  private final OwnerShares shares;

  @Activate
  public BulkDeeds(
      @Reference UnitOfWork unitOfWork,
      @Reference PartyRecords records,
      @Reference Registers registers,
      @Reference PartyScopes scopes,
      @Reference OwnerShares shares) {
    this.unitOfWork = unitOfWork;
    this.records = records;
    this.registers = registers;
    this.scopes = scopes;
    this.shares = shares;
  }

  /** Does it; parties that are so already have no outcome. */
  List<Outcome> act(BulkActId act, BulkOrder order, List<PartyId> parties) {
    return records.together(
        () -> {
          List<Outcome> outcomes =
              switch (order.verb()) {
                case TAG, UNTAG, STATUS, FIELD ->
                    each(parties, (party, card) -> change(order, card));
                case OWNER -> owned(act, order, parties);
                case PUT -> moved(order, parties, true);
                case TAKE -> moved(order, parties, false);
              };
          records.write(null);
          return outcomes;
        });
  }

  /** Undoes it; what was edited since is kept and told. */
  List<Outcome> undo(BulkOrder order, List<Changed> parties) {
    Map<PartyId, Map<String, Object>> before = new LinkedHashMap<>();
    parties.forEach(one -> before.put(one.party(), one.before()));
    List<PartyId> ids = List.copyOf(before.keySet());
    return records.together(
        () -> {
          List<Outcome> outcomes =
              switch (order.verb()) {
                case TAG, UNTAG, OWNER, STATUS, FIELD ->
                    each(ids, (party, card) -> back(order, card, before.get(party)));
                case PUT -> moved(order, ids, false);
                case TAKE -> moved(order, ids, true);
              };
          records.write(null);
          return outcomes;
        });
  }

  private List<Outcome> each(List<PartyId> parties, BiFunction<PartyId, Card, Outcome> deed) {
    Map<PartyId, Card> held = records.holdAll(parties);
    Set<PartyId> beyond = beyondChanging(parties);
    return parties.stream()
        .map(
            party ->
                beyond.contains(party)
                    ? Outcome.refused(party, OUTSIDE)
                    : one(party, held.get(party), deed))
        .filter(Objects::nonNull)
        .toList();
  }

  /** Those of the parties that the user may see but not change. */
  private Set<PartyId> beyondChanging(List<PartyId> parties) {
    if (scopes.reachesAll(RecordAction.CHANGE)) {
      return Set.of();
    }
    Set<PartyId> beyond = new HashSet<>(scopes.covered(parties, RecordAction.READ));
    beyond.removeAll(scopes.covered(parties, RecordAction.CHANGE));
    return beyond;
  }

  /** What came of one party; null when nothing had to be done. */
  private static Outcome one(PartyId party, Card card, BiFunction<PartyId, Card, Outcome> deed) {
    if (card == null) {
      return Outcome.refused(party, new Trouble("bulk.problem.gone", List.of()));
    }
    try {
      return deed.apply(party, card);
    } catch (Problem problem) {
      return Outcome.refused(party, trouble(problem));
    }
  }

  private Outcome change(BulkOrder order, Card card) {
    PartyView party = card.view();
    return switch (order.verb()) {
      case TAG -> {
        Set<String> there = folded(party.tags());
        List<String> added =
            order.tags().stream().filter(tag -> !there.contains(fold(tag))).toList();
        yield added.isEmpty() ? null : tagged(card, party, added, List.of());
      }
      case UNTAG -> {
        Set<String> unwanted = folded(order.tags());
        List<String> taken =
            party.tags().stream().filter(tag -> unwanted.contains(fold(tag))).toList();
        yield taken.isEmpty() ? null : tagged(card, party, List.of(), taken);
      }
      case STATUS -> {
        if (party.status() == order.status()) {
          yield null;
        }
        records.changeStatus(card, order.status(), order.reason());
        yield Outcome.changed(party.id(), Map.of("status", party.status().name()));
      }
      case FIELD -> {
        Object before = party.custom().get(order.field());
        if (Objects.equals(before, order.value())) {
          yield null;
        }
        records.change(card, party.data().customised(order.field(), order.value()));
        yield Outcome.changed(party.id(), Collections.singletonMap("value", before));
      }
      default -> throw new IllegalArgumentException(order.verb().name());
    };
  }

  private List<Outcome> owned(BulkActId act, BulkOrder order, List<PartyId> parties) {
    if (order.shares().isEmpty()) {
      return each(parties, (party, card) -> given(card, order.owner(), Map.of()));
    }
    Map<PartyId, OwnerShares.Turn> turns = shares.turns(act, order, parties);
    return each(parties, (party, card) -> shared(card, turns.get(party)));
  }

  private Outcome shared(Card card, OwnerShares.Turn turn) {
    if (turn == null || turn.isFor(card.view().ownerId())) {
      return null;
    }
    UserId owner = turn.next();
    Outcome outcome = given(card, owner, Map.of("to", owner.value(), "share", turn.share()));
    turn.gave(owner);
    return outcome;
  }

  /** Gives a party to an owner, and keeps what else is to be known. */
  private Outcome given(Card card, UserId owner, Map<String, Object> memo) {
    PartyView party = card.view();
    if (same(party.ownerId(), owner)) {
      return null;
    }
    Map<String, Object> before = new HashMap<>(memo);
    before.put("owner", party.ownerId() == null ? null : party.ownerId().value());
    records.change(card, with(party.data(), party.tags(), owner));
    return Outcome.changed(party.id(), before);
  }

  private Outcome tagged(Card card, PartyView party, List<String> added, List<String> taken) {
    List<String> tags = new ArrayList<>(party.tags());
    tags.addAll(added);
    tags.removeAll(taken);
    records.change(card, with(party.data(), tags, party.ownerId()));
    return Outcome.changed(party.id(), Map.of("added", added, "taken", taken));
  }

  @SuppressWarnings("unchecked")
  private Outcome back(BulkOrder order, Card card, Map<String, Object> before) {
    PartyView party = card.view();
    return switch (order.verb()) {
      case TAG, UNTAG -> {
        List<String> tags = new ArrayList<>(party.tags());
        List<String> added = (List<String>) before.get("added");
        List<String> taken = (List<String>) before.get("taken");
        boolean edited = !tags.containsAll(added) || taken.stream().anyMatch(tags::contains);
        tags.removeAll(added);
        taken.stream().filter(tag -> !tags.contains(tag)).forEach(tags::add);
        records.change(card, with(party.data(), tags, party.ownerId()));
        yield edited ? Outcome.refused(party.id(), EDITED) : Outcome.changed(party.id(), null);
      }
      case OWNER -> {
        UserId given = before.containsKey("to") ? user(before.get("to")) : order.owner();
        if (!same(party.ownerId(), given)) {
          yield Outcome.refused(party.id(), EDITED);
        }
        UserId owner = user(before.get("owner"));
        records.change(card, with(party.data(), party.tags(), owner));
        yield Outcome.changed(party.id(), null);
      }
      case STATUS -> {
        if (party.status() != order.status()) {
          yield Outcome.refused(party.id(), EDITED);
        }
        records.changeStatus(
            card, PartyStatus.valueOf(before.get("status").toString()), order.reason());
        yield Outcome.changed(party.id(), null);
      }
      case FIELD -> {
        if (!Objects.equals(party.custom().get(order.field()), order.value())) {
          yield Outcome.refused(party.id(), EDITED);
        }
        records.change(card, party.data().customised(order.field(), before.get("value")));
        yield Outcome.changed(party.id(), null);
      }
      default -> throw new IllegalArgumentException(order.verb().name());
    };
  }

  /** Puts parties in, or takes them out; those so already have no outcome. */
  private List<Outcome> moved(BulkOrder order, List<PartyId> parties, boolean in) {
    Set<Long> inside =
        Set.copyOf(
            Sql.of(
                    unitOfWork,
                    "select party_id from core.register_party"
                        + " where register_id = ? and party_id = any(?)",
                    order.register(),
                    parties)
                .list(row -> row.getLong(1)));
    Collection<PartyId> changeable = scopes.within(parties, RecordAction.CHANGE);
    List<PartyId> moving =
        parties.stream()
            .filter(party -> inside.contains(party.value()) != in && changeable.contains(party))
            .toList();
    if (in) {
      registers.put(order.register(), moving);
    } else {
      registers.take(order.register(), moving);
    }
    List<Outcome> outcomes = new ArrayList<>();
    moving.forEach(party -> outcomes.add(Outcome.changed(party, Map.of())));
    beyondChanging(parties).forEach(party -> outcomes.add(Outcome.refused(party, OUTSIDE)));
    return outcomes;
  }

  private static Trouble trouble(Problem problem) {
    if (problem instanceof InvalidInput invalid) {
      FieldError first = invalid.errors().get(0);
      return new Trouble(first.key(), texts(first.arguments()));
    }
    return new Trouble(problem.key(), texts(problem.arguments()));
  }

  private static List<String> texts(List<Object> arguments) {
    return arguments.stream().map(String::valueOf).toList();
  }

  private static UserId user(Object kept) {
    return kept instanceof Number id ? new UserId(id.longValue()) : null;
  }

  private static boolean same(UserId one, UserId other) {
    return one == null ? other == null : one.equals(other);
  }

  private static Set<String> folded(List<String> tags) {
    return tags.stream().map(BulkDeeds::fold).collect(Collectors.toSet());
  }

  private static String fold(String tag) {
    return tag.toLowerCase(Locale.ROOT);
  }

  private static PartyData with(PartyData data, List<String> tags, UserId owner) {
    return data.toBuilder().ownerId(owner).tags(tags).build();
  }
}
