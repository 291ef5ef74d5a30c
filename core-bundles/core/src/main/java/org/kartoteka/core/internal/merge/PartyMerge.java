package org.kartoteka.core.internal.merge;

import static org.kartoteka.core.internal.data.CorePermissions.PARTY_STATUS;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.kartoteka.core.api.merge.MergeCard;
import org.kartoteka.core.api.merge.MergeId;
import org.kartoteka.core.api.merge.MergeMove;
import org.kartoteka.core.api.merge.MergeParties;
import org.kartoteka.core.api.merge.MovedRecords;
import org.kartoteka.core.api.merge.event.PartiesMerged;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.internal.data.Acts;
import org.kartoteka.core.internal.domain.Person;
import org.kartoteka.core.internal.duplicate.Compared;
import org.kartoteka.core.internal.duplicate.DuplicatePairs;
import org.kartoteka.core.internal.merge.Belongings.Way;
import org.kartoteka.core.internal.merge.CoreMemo.Part;
import org.kartoteka.core.internal.party.PartyRecords;
import org.kartoteka.core.internal.party.PartyRecords.Card;
import org.kartoteka.core.internal.party.PartyTags;
import org.kartoteka.core.internal.person.PersonRecords;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.problem.StaleRevision;
import org.kartoteka.platform.api.record.Id;
import org.kartoteka.platform.api.security.AccessControl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes one party of several, within a unit of work of the caller, who has checked the rights. */
@Component(service = PartyMerge.class)
public class PartyMerge {

  private final AccessControl access;
  private final PartyRecords parties;
  private final PersonRecords persons;
  private final PartyTags tags;
  private final Belongings belongings;
  private final DuplicatePairs duplicates;
  private final MergeRows rows;
  private final MergeParticipants participants;
  private final MergeDiary diary;
  private final Acts acts;

  @Activate
  public PartyMerge(
      @Reference AccessControl access,
      @Reference PartyRecords parties,
      @Reference PersonRecords persons,
      @Reference PartyTags tags,
      @Reference Belongings belongings,
      @Reference DuplicatePairs duplicates,
      @Reference MergeRows rows,
      @Reference MergeParticipants participants,
      @Reference MergeDiary diary,
      @Reference Acts acts) {
    this.access = access;
    this.parties = parties;
    this.persons = persons;
    this.tags = tags;
    this.belongings = belongings;
    this.duplicates = duplicates;
    this.rows = rows;
    this.participants = participants;
    this.diary = diary;
    this.acts = acts;
  }

  MergeId merge(MergeParties order) {
    List<PartyId> ids = MergeCards.check(order.survivor(), order.merged());
    rows.alone();
    MergeCards cards = held(ids, order.revisions());
    Act act = acts.now();
    Map<PartyId, List<MovedRecords>> counts = new LinkedHashMap<>();
    order.merged().forEach(party -> counts.put(party, belongings.count(party)));
    MergeCard survivor = MergeCards.shown(cards.survivor());
    List<MergeCard> merged = cards.others().stream().map(MergeCards::shown).toList();

    CoreMemo memo = fields(cards, order, act);
    MergeId id = rows.add(survivor, merged, memo, act);
    counts.forEach(
        (party, moved) -> rows.moved(id, MergeRows.CORE, party.value(), new MergeMove(moved, "")));
    participants.merge(rows.find(id).orElseThrow());
    diary.merged(cards, memo.parts());
    diary.happened(new PartiesMerged(id, order.survivor(), order.merged()));
    return id;
  }

  private MergeCards held(List<PartyId> ids, Map<PartyId, Long> revisions) {
    Map<Long, Card> held = new LinkedHashMap<>();
    for (long id : new TreeSet<>(ids.stream().map(Id::value).toList())) {
      held.put(id, parties.hold(new PartyId(id)));
    }
    revisions.forEach(
        (id, revision) -> {
          Card card = held.get(id.value());
          if (card != null && card.party().revision() != revision) {
            throw new StaleRevision(PartyRegister.TYPE, id.value());
          }
        });
    return new MergeCards(ids.stream().map(id -> held.get(id.value())).toList());
  }

  private CoreMemo fields(MergeCards cards, MergeParties order, Act act) {
    Map<String, Integer> places = MergeCards.places(cards.ids(), order.choices());
    List<FieldTree> before = cards.fields();
    FieldTree after = FieldMerge.merged(before, places);
    PartyStatus statusBefore = cards.survivor().party().status();
    PartyStatus statusAfter = cards.status(places);
    List<FieldTree> people = people(cards);
    FieldTree person =
        people.isEmpty() ? FieldTree.kept(Map.of()) : FieldMerge.merged(people, Map.of());

    List<Part> parts = move(cards, act);
    Card survivor = cards.survivor();
    belongings.foundToo(survivor, act);
    parties.change(survivor, data(survivor, after));
    if (survivor.person() != null) {
      persons.change(survivor, survivor.person(), PersonFields.data(survivor.person(), person));
    }
    if (statusAfter != statusBefore) {
      access.require(PARTY_STATUS);
      Card source = cards.all().get(places.get(MergeCards.STATUS));
      parties.changeStatus(
          survivor, statusAfter, source.party().number() + " " + source.party().name());
    }
    parties.write(null);
    return new CoreMemo(
        before.get(0).map(),
        MergeCards.of(survivor).map(),
        people.isEmpty() ? Map.of() : people.get(0).map(),
        survivor.person() == null ? Map.of() : person(survivor.person()).map(),
        statusBefore.name(),
        statusAfter.name(),
        parts);
  }

  private List<Part> move(MergeCards cards, Act act) {
    Card survivor = cards.survivor();
    List<Part> parts = new ArrayList<>();
    for (Card card : cards.others()) {
      tags.changed(card.view().tags(), List.of());
      card.party().becomePartOf(survivor.party().id(), act);
      if (card.person() != null) {
        card.person().becomePartOf(survivor.person().id(), act);
      }
      parties.write(null);
      parts.add(belongings.move(way(survivor, card), act));
    }
    duplicates.forget(
        Compared.PARTY, cards.others().stream().map(card -> card.party().id().value()).toList());
    return parts;
  }

  static Way way(Card survivor, Card card) {
    return new Way(
        card.party().id(),
        card.person() == null ? null : card.person().id(),
        survivor.party().id(),
        survivor.person() == null ? null : survivor.person().id());
  }

  /** The fields of the persons of natural persons without those they share with the party. */
  private static List<FieldTree> people(MergeCards cards) {
    return cards.all().stream()
        .map(Card::person)
        .filter(person -> person != null)
        .map(PartyMerge::person)
        .toList();
  }

  static FieldTree person(Person person) {
    FieldTree fields = PersonFields.of(person);
    fields
        .map()
        .keySet()
        .removeAll(List.of("firstName", "lastName", "sex", "phones", "emails", "superiorId"));
    return fields;
  }

  /** The survivor's data with these fields. */
  static PartyData data(Card survivor, FieldTree fields) {
    FieldTree all = FieldTree.of(survivor.view().data());
    all.map().putAll(fields.map());
    return all.to(PartyData.class);
  }
}
