package org.kartoteka.core.internal.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.kartoteka.core.api.party.Identifier;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.internal.data.CorePermissions;
import org.kartoteka.core.internal.domain.IdentifierType;
import org.kartoteka.core.internal.party.PartyFinder;
import org.kartoteka.core.internal.party.PartyRecords;
import org.kartoteka.core.internal.party.PartyRecords.Card;
import org.kartoteka.platform.api.exchange.ImportField;
import org.kartoteka.platform.api.exchange.RecordImporter;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads parties: organisations, and natural persons with their names. A row whose number or known
 * identifier a party has already, in the register or further up in the file, is skipped.
 */
@Component
public final class PartyImporter implements RecordImporter {

  private final AccessControl access;
  private final PartyRecords records;
  private final PartyFinder finder;

  @Activate
  public PartyImporter(
      @Reference AccessControl access,
      @Reference PartyRecords records,
      @Reference PartyFinder finder) {
    this.access = access;
    this.records = records;
    this.finder = finder;
  }

  @Override
  public String type() {
    return PartyRegister.TYPE;
  }

  @Override
  public String permission() {
    return CorePermissions.IMPORT;
  }

  @Override
  public List<ImportField> fields() {
    return PartyFields.ALL;
  }

  @Override
  public List<String> missing(Set<String> mapped) {
    return PartyFields.missing(mapped);
  }

  @Override
  public Map<String, String> guessed(Map<String, String> guess) {
    return PartyFields.guessed(guess);
  }

  @Override
  public List<RowOutcome> importRows(List<Map<String, String>> rows) {
    access.require(CorePermissions.PARTY_CHANGE);
    List<Object> read = rows.stream().map(this::read).toList();
    List<PartyData> good =
        read.stream().filter(PartyData.class::isInstance).map(PartyData.class::cast).toList();
    Map<String, RecordRef> known = new HashMap<>(finder.byNumber(numbers(good)));
    finder
        .byIdentifier(good.stream().flatMap(party -> checked(party).stream()).toList())
        .forEach((identifier, party) -> known.put(key(identifier), party));
    List<PartyData> fresh = new ArrayList<>();
    Map<String, Integer> places = new HashMap<>();
    List<Function<List<Card>, RowOutcome>> outcomes = new ArrayList<>();
    for (Object row : read) {
      outcomes.add(
          row instanceof PartyData party
              ? outcome(party, known, fresh, places)
              : cards -> (RowOutcome) row);
    }
    List<Card> cards = records.registerAll(fresh);
    records.write(fresh.size() == 1 ? fresh.get(0).number() : null);
    return outcomes.stream().map(outcome -> outcome.apply(cards)).toList();
  }

  /** The party's data in their normal form, or the refusal of the row. */
  private Object read(Map<String, String> cells) {
    PartyRow row = new PartyRow(cells);
    try {
      return records.normal(row.data());
    } catch (InvalidInput invalid) {
      return RowOutcome.refused(row.errors(invalid.errors()));
    }
  }

  /**
   * What comes of a party, once the new ones have their cards.
   *
   * @param known who has a key in the register
   * @param fresh the new parties so far
   * @param places which of the new ones has a key
   */
  private static Function<List<Card>, RowOutcome> outcome(
      PartyData party,
      Map<String, RecordRef> known,
      List<PartyData> fresh,
      Map<String, Integer> places) {
    List<String> keys = new ArrayList<>();
    if (party.number() != null) {
      keys.add(PartyFinder.numberKey(party.number()));
    }
    checked(party).forEach(identifier -> keys.add(key(identifier)));
    for (String key : keys) {
      if (known.containsKey(key)) {
        return cards -> RowOutcome.skipped(known.get(key));
      }
      if (places.containsKey(key)) {
        int place = places.get(key);
        return cards -> RowOutcome.skipped(cards.get(place).reference());
      }
    }
    int place = fresh.size();
    fresh.add(party);
    keys.forEach(key -> places.put(key, place));
    return cards -> RowOutcome.created(cards.get(place).reference());
  }

  /** The identifiers that nobody else can have. */
  private static List<Identifier> checked(PartyData party) {
    return party.identifiers().stream()
        .filter(one -> IdentifierType.named(one.type()).isPresent())
        .filter(one -> !one.type().equals(IdentifierType.RU_KPP.name()))
        .toList();
  }

  private static List<String> numbers(List<PartyData> parties) {
    return parties.stream()
        .map(PartyData::number)
        .filter(number -> number != null)
        .map(number -> number.toLowerCase(Locale.ROOT))
        .toList();
  }

  private static String key(Identifier identifier) {
    return identifier.type() + ":" + identifier.value();
  }
}
