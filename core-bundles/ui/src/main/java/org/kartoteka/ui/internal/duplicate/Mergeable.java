package org.kartoteka.ui.internal.duplicate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.kartoteka.core.api.duplicate.DuplicatePersonsQuery;
import org.kartoteka.core.api.duplicate.DuplicateProgress;
import org.kartoteka.core.api.duplicate.DuplicateQuery;
import org.kartoteka.core.api.duplicate.Duplicates;
import org.kartoteka.core.api.merge.MergeParties;
import org.kartoteka.core.api.merge.MergePersons;
import org.kartoteka.core.api.merge.MergePreview;
import org.kartoteka.core.api.merge.MergeView;
import org.kartoteka.core.api.merge.Merges;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.ui.api.Workspace;

/** What is searched for duplicates and can be merged. */
enum Mergeable {
  PARTY(PartyRegister.TYPE, "parties") {
    @Override
    MergePreview preview(Merges merges, List<Long> cards) {
      List<PartyId> ids = cards.stream().map(PartyId::new).toList();
      return merges.preview(ids.get(0), ids.subList(1, ids.size()));
    }

    @Override
    MergeView merge(Merges merges, Decision decision) {
      return merges.merge(
          new MergeParties(
              decision.survivor(PartyId::new),
              decision.merged(PartyId::new),
              decision.choices(PartyId::new),
              decision.revisions(PartyId::new)));
    }

    @Override
    boolean may(Workspace workspace) {
      return workspace.may("core.party.merge");
    }

    @Override
    Page<CardPair> pairs(Duplicates duplicates, boolean dismissed, PageRequest request) {
      return duplicates.page(new DuplicateQuery(null, dismissed), request).map(CardPair::of);
    }

    @Override
    void dismiss(Duplicates duplicates, long one, long other) {
      duplicates.dismiss(new PartyId(one), new PartyId(other));
    }

    @Override
    void reopen(Duplicates duplicates, long one, long other) {
      duplicates.reopen(new PartyId(one), new PartyId(other));
    }

    @Override
    long open(DuplicateProgress progress) {
      return progress.open();
    }

    @Override
    long waiting(DuplicateProgress progress) {
      return progress.waiting();
    }
  },

  PERSON(PersonDirectory.TYPE, "persons") {
    @Override
    MergePreview preview(Merges merges, List<Long> cards) {
      List<PersonId> ids = cards.stream().map(PersonId::new).toList();
      return merges.preview(ids.get(0), ids.subList(1, ids.size()));
    }

    @Override
    MergeView merge(Merges merges, Decision decision) {
      return merges.merge(
          new MergePersons(
              decision.survivor(PersonId::new),
              decision.merged(PersonId::new),
              decision.choices(PersonId::new),
              decision.revisions(PersonId::new)));
    }

    @Override
    boolean may(Workspace workspace) {
      return workspace.may("core.party.merge") && workspace.may("core.person.change");
    }

    @Override
    Page<CardPair> pairs(Duplicates duplicates, boolean dismissed, PageRequest request) {
      return duplicates.page(new DuplicatePersonsQuery(null, dismissed), request).map(CardPair::of);
    }

    @Override
    void dismiss(Duplicates duplicates, long one, long other) {
      duplicates.dismiss(new PersonId(one), new PersonId(other));
    }

    @Override
    void reopen(Duplicates duplicates, long one, long other) {
      duplicates.reopen(new PersonId(one), new PersonId(other));
    }

    @Override
    long open(DuplicateProgress progress) {
      return progress.openPersons();
    }

    @Override
    long waiting(DuplicateProgress progress) {
      return progress.waitingPersons();
    }
  };

  private final String type;
  private final String page;

  Mergeable(String type, String page) {
    this.type = type;
    this.page = page;
  }

  /**
   * What was decided, by the numbers of the cards.
   *
   * @param cards the survivor first
   */
  record Decision(List<Long> cards, Map<String, Long> chosen, List<Long> shown) {

    private <I> I survivor(LongFunction<I> id) {
      return id.apply(cards.get(0));
    }

    private <I> List<I> merged(LongFunction<I> id) {
      return cards.stream().skip(1).map(id::apply).toList();
    }

    private <I> Map<String, I> choices(LongFunction<I> id) {
      Map<String, I> choices = new HashMap<>();
      chosen.forEach((field, card) -> choices.put(field, id.apply(card)));
      return choices;
    }

    private <I> Map<I, Long> revisions(LongFunction<I> id) {
      Map<I, Long> revisions = new HashMap<>();
      for (int i = 0; i < cards.size(); i++) {
        revisions.put(id.apply(cards.get(i)), shown.get(i));
      }
      return revisions;
    }
  }

  /** What cards of the type are. */
  static Mergeable of(String type) {
    return type.equals(PersonDirectory.TYPE) ? PERSON : PARTY;
  }

  /** The type of the cards, also the name of the parameter in addresses. */
  String type() {
    return type;
  }

  /** The address of a card. */
  String address(RecordRef card) {
    return page + "/" + card.id();
  }

  /** The address of the card with the number. */
  String address(long card) {
    return page + "/" + card;
  }

  /** The key of a text about such cards on one of the pages. */
  String key(String page, String name) {
    return this == PARTY ? page + "." + name : page + "." + type + "." + name;
  }

  abstract MergePreview preview(Merges merges, List<Long> cards);

  abstract MergeView merge(Merges merges, Decision decision);

  abstract boolean may(Workspace workspace);

  /** A page of pairs that are probably the same. */
  abstract Page<CardPair> pairs(Duplicates duplicates, boolean dismissed, PageRequest request);

  abstract void dismiss(Duplicates duplicates, long one, long other);

  abstract void reopen(Duplicates duplicates, long one, long other);

  /** How many pairs wait for a decision. */
  abstract long open(DuplicateProgress progress);

  /** How many cards wait to be compared. */
  abstract long waiting(DuplicateProgress progress);
}
