package org.kartoteka.core.internal.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.kartoteka.core.api.merge.MergeRemark;
import org.kartoteka.core.api.merge.event.PartyMergeUndone;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.internal.data.Acts;
import org.kartoteka.core.internal.merge.CoreMemo.Part;
import org.kartoteka.core.internal.merge.FieldMerge.Parted;
import org.kartoteka.core.internal.merge.MergeRows.Kept;
import org.kartoteka.core.internal.party.PartyRecords;
import org.kartoteka.core.internal.party.PartyRecords.Card;
import org.kartoteka.core.internal.party.PartyTags;
import org.kartoteka.core.internal.person.PersonRecords;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes a merge back, within a unit of work of the caller, who has checked the rights. */
@Component(service = MergeUndo.class)
public class MergeUndo {

  private final PartyRecords parties;
  private final PersonRecords persons;
  private final PersonMergeUndo people;
  private final PartyTags tags;
  private final Belongings belongings;
  private final MergeRows rows;
  private final MergeParticipants participants;
  private final MergeDiary diary;
  private final Acts acts;

  @Activate
  public MergeUndo(
      @Reference PartyRecords parties,
      @Reference PersonRecords persons,
      @Reference PersonMergeUndo people,
      @Reference PartyTags tags,
      @Reference Belongings belongings,
      @Reference MergeRows rows,
      @Reference MergeParticipants participants,
      @Reference MergeDiary diary,
      @Reference Acts acts) {
    this.parties = parties;
    this.persons = persons;
    this.people = people;
    this.tags = tags;
    this.belongings = belongings;
    this.rows = rows;
    this.participants = participants;
    this.diary = diary;
    this.acts = acts;
  }

  void undo(Kept merge) {
    CoreMemo memo = merge.memo(CoreMemo.class);
    PartyId survivorId = new PartyId(merge.survivorId());
    Map<PartyId, Card> cards = held(survivorId, memo);
    Card survivor = cards.get(survivorId);
    Act act = acts.now();
    List<MergeRemark> remarks = new ArrayList<>();
    for (Part part : memo.parts()) {
      remarks.addAll(people.separate(survivor, part.persons()));
    }
    remarks.addAll(participants.undo(merge));
    for (int i = memo.parts().size() - 1; i >= 0; i--) {
      Part part = memo.parts().get(i);
      Card card = cards.get(new PartyId(part.party()));
      remarks.addAll(moveBack(part, survivor, card, act));
    }
    remarks.addAll(fields(memo, survivor, act));
    for (Part part : memo.parts()) {
      diary.parted(survivor, cards.get(new PartyId(part.party())), part);
    }
    rows.undone(merge.id(), remarks, act);
    for (Kept later : rows.later(merge)) {
      rows.rewrite(later.id(), later.memo(CoreMemo.class).without(memo));
    }
    diary.happened(
        new PartyMergeUndone(
            merge.id(), survivorId, merge.mergedIds().stream().map(PartyId::new).toList()));
  }

  private Map<PartyId, Card> held(PartyId survivorId, CoreMemo memo) {
    TreeSet<Long> ids = new TreeSet<>(List.of(survivorId.value()));
    memo.parts().forEach(part -> ids.add(part.party()));
    Map<PartyId, Card> cards = new HashMap<>();
    for (long one : ids) {
      PartyId id = new PartyId(one);
      cards.put(id, parties.holdAny(id));
    }
    Card survivor = cards.get(survivorId);
    if (survivor.party().mergedInto() != null) {
      Card into = parties.find(survivor.party().mergedInto());
      throw new Refused(
          "problem.merge.survivor-merged", survivor.party().name(), into.party().name());
    }
    return cards;
  }

  private List<MergeRemark> moveBack(Part part, Card survivor, Card card, Act act) {
    card.party().standAlone(act);
    if (card.person() != null) {
      card.person().standAlone(act);
    }
    parties.write(null);
    tags.changed(List.of(), card.view().tags());
    return belongings.moveBack(part, PartyMerge.way(survivor, card), act);
  }

  private List<MergeRemark> fields(CoreMemo memo, Card survivor, Act act) {
    belongings.foundToo(survivor, act);
    List<MergeRemark> remarks = new ArrayList<>();
    Parted parted =
        FieldMerge.parted(
            FieldTree.kept(memo.before()), FieldTree.kept(memo.after()), MergeCards.of(survivor));
    parties.change(survivor, PartyMerge.data(survivor, parted.fields()));
    parted.kept().forEach(field -> remarks.add(kept(survivor, "party." + field)));
    if (survivor.person() != null) {
      Parted person =
          FieldMerge.parted(
              FieldTree.kept(memo.personBefore()),
              FieldTree.kept(memo.personAfter()),
              PartyMerge.person(survivor.person()));
      persons.change(
          survivor, survivor.person(), PersonFields.data(survivor.person(), person.fields()));
      person.kept().forEach(field -> remarks.add(kept(survivor, "person." + field)));
    }
    status(memo, survivor, remarks);
    parties.write(null);
    return remarks;
  }

  private void status(CoreMemo memo, Card survivor, List<MergeRemark> remarks) {
    PartyStatus before = PartyStatus.valueOf(memo.statusBefore());
    PartyStatus after = PartyStatus.valueOf(memo.statusAfter());
    if (before == after) {
      return;
    }
    if (survivor.party().status() == after) {
      parties.changeStatus(survivor, before, survivor.party().number());
    } else if (survivor.party().status() != before) {
      remarks.add(kept(survivor, "party." + MergeCards.STATUS));
    }
  }

  private static MergeRemark kept(Card card, String field) {
    RecordRef record = card.reference();
    return new MergeRemark(record, "merge.remark.kept", List.of(record.label(), field));
  }
}
