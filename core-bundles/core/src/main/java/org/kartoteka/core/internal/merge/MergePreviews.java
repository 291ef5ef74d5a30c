package org.kartoteka.core.internal.merge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kartoteka.core.api.merge.MergeField;
import org.kartoteka.core.api.merge.MergePreview;
import org.kartoteka.core.api.merge.MovedRecords;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.internal.data.Changes;
import org.kartoteka.core.internal.data.Names;
import org.kartoteka.core.internal.party.PartyRecords;
import org.kartoteka.core.internal.party.PartyRecords.Card;
import org.kartoteka.platform.api.problem.Moved;
import org.kartoteka.platform.api.problem.NotFound;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows what a merge would do. */
@Component(service = MergePreviews.class)
public class MergePreviews {

  private final PartyRecords parties;
  private final Belongings belongings;
  private final MergeParticipants participants;
  private final Names names;

  @Activate
  public MergePreviews(
      @Reference PartyRecords parties,
      @Reference Belongings belongings,
      @Reference MergeParticipants participants,
      @Reference Names names) {
    this.parties = parties;
    this.belongings = belongings;
    this.participants = participants;
    this.names = names;
  }

  MergePreview of(PartyId survivor, List<PartyId> merged) {
    MergeCards cards =
        new MergeCards(MergeCards.check(survivor, merged).stream().map(this::card).toList());
    List<PartyView> views = cards.all().stream().map(Card::view).toList();
    return new MergePreview(views, fields(cards, views), moved(merged), participants.absent());
  }

  private Card card(PartyId id) {
    Card card = parties.find(id);
    if (card == null) {
      throw new NotFound(PartyRegister.TYPE, id.value());
    }
    if (card.party().mergedInto() != null) {
      throw new Moved(PartyRegister.TYPE, id.value(), card.party().mergedInto().value());
    }
    return card;
  }

  private List<MergeField> fields(MergeCards cards, List<PartyView> views) {
    List<FieldTree> trees = cards.fields();
    List<MergeField> fields = new ArrayList<>();
    for (String name : FieldMerge.names(trees)) {
      List<String> texts = views.stream().map(party -> text(party, name, trees, views)).toList();
      fields.add(
          field(name, FieldMerge.isList(name, trees), texts, FieldMerge.suggested(name, trees)));
    }
    List<String> statuses = views.stream().map(party -> party.status().name()).toList();
    fields.add(Math.min(1, fields.size()), field(MergeCards.STATUS, false, statuses, 0));
    return fields;
  }

  private static MergeField field(String name, boolean list, List<String> texts, int suggested) {
    long different = texts.stream().filter(Objects::nonNull).distinct().count();
    return new MergeField(
        name, list, different > 1, Collections.unmodifiableList(texts), suggested);
  }

  private String text(PartyView party, String name, List<FieldTree> trees, List<PartyView> views) {
    Object value = trees.get(views.indexOf(party)).get(name);
    if (FieldTree.isEmpty(value)) {
      return null;
    }
    return switch (name) {
      case "identifiers" ->
          Changes.joined(party.identifiers(), one -> one.type() + ": " + one.value());
      case "addresses" -> Changes.addresses(party.addresses());
      case "phones" -> Changes.phones(party.phones());
      case "emails" -> Changes.emails(party.emails());
      case "bankAccounts" -> Changes.joined(party.bankAccounts(), one -> one.iban());
      case "ownerId" -> names.user(party.ownerId());
      case "person" ->
          Changes.phrase(
              " ", party.person().firstName(), party.person().lastName(), party.person().sex());
      case "tags" -> String.join(", ", party.tags());
      case "roles" -> String.join(", ", party.roles());
      default -> value.toString();
    };
  }

  private List<MovedRecords> moved(List<PartyId> merged) {
    Map<String, Long> sums = new LinkedHashMap<>();
    for (PartyId party : merged) {
      belongings.count(party).forEach(one -> sums.merge(one.what(), one.count(), Long::sum));
      participants.count(party).forEach(one -> sums.merge(one.what(), one.count(), Long::sum));
    }
    return sums.entrySet().stream()
        .map(one -> new MovedRecords(one.getKey(), one.getValue()))
        .toList();
  }
}
