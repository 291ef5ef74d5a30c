package org.kartoteka.core.internal.duplicate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kartoteka.core.api.duplicate.DuplicatePair;
import org.kartoteka.core.api.duplicate.DuplicateQuery;
import org.kartoteka.core.api.party.Address;
import org.kartoteka.core.api.party.Identifier;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyKind;
import org.kartoteka.core.api.party.PartyPerson;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.testing.TestData;

/** How many of the duplicates that Febrl made are found, and how many others. */
class FebrlTest {

  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  /** A record with the number of whom it is about. */
  private record Entry(String truth, PartyData data, LocalDate birthday) {

    Profile profile() {
      return Profile.of(data, birthday);
    }

    /** The data with a name where Febrl has lost it: the register wants one. */
    PartyData named() {
      PartyPerson person = data.person();
      return new PartyData(
          data.kind(),
          null,
          null,
          null,
          data.identifiers(),
          data.addresses(),
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          new PartyPerson(
              person.firstName(), person.lastName() == null ? "-" : person.lastName(), null),
          null);
    }
  }

  @ParameterizedTest
  @CsvSource({"febrl-dataset1, 500", "febrl-dataset2, 1934"})
  void duplicates_are_found_and_little_else(String file, int pairs) {
    List<Entry> entries = read(file);

    Set<Long> candidates = candidates(entries);
    long compared = candidates.size();
    long found = 0;
    long right = 0;
    for (long pair : candidates) {
      Entry one = entries.get((int) (pair >> 32));
      Entry other = entries.get((int) pair);
      if (Comparison.of(one.profile(), other.profile()).score() >= Likeness.PROBABLE) {
        found++;
        right += one.truth().equals(other.truth()) ? 1 : 0;
      }
    }

    requireGood(file + ", " + compared + " compared", entries, pairs, found, right);
  }

  @ParameterizedTest
  @CsvSource({"febrl-dataset1, 500", "febrl-dataset2, 1934"})
  void the_register_finds_them_by_its_keys_with_their_cap(String file, int pairs) {
    List<Entry> entries = read(file);
    try (CoreFixture core = new CoreFixture()) {
      Map<PartyId, String> truth = registered(core, entries);

      core.findDuplicates();

      long found = 0;
      long right = 0;
      PageRequest next = PageRequest.of(500, null, null);
      while (next != null) {
        Page<DuplicatePair> page = core.duplicates.page(DuplicateQuery.open(), next);
        for (DuplicatePair pair : page.items()) {
          found++;
          right += truth.get(pair.first().id()).equals(truth.get(pair.second().id())) ? 1 : 0;
        }
        next = page.next() == null ? null : PageRequest.of(500, page.next(), null);
      }
      requireGood(file + " in the register", entries, pairs, found, right);
    }
  }

  private static Map<PartyId, String> registered(CoreFixture core, List<Entry> entries) {
    Map<PartyId, String> truth = new HashMap<>();
    List<String> birthdays = new ArrayList<>();
    for (int from = 0; from < entries.size(); from += 100) {
      List<Entry> some = entries.subList(from, Math.min(from + 100, entries.size()));
      core.unitOfWork.run(
          () -> {
            for (Entry entry : some) {
              PartyId party = core.parties.register(entry.named()).id();
              truth.put(party, entry.truth());
              if (entry.birthday() != null) {
                birthdays.add("(" + party.value() + ", date '" + entry.birthday() + "')");
              }
            }
          });
    }
    core.postgres.execute(
        "update core.person p set birthday = b.day from (values "
            + String.join(", ", birthdays)
            + ") as b (party, day) where p.party_id = b.party");
    return truth;
  }

  private static void requireGood(
      String what, List<Entry> entries, int pairs, long found, long right) {
    long all = truePairs(entries);
    double precision = (double) right / found;
    double recall = (double) right / all;
    System.getLogger(FebrlTest.class.getName())
        .log(
            System.Logger.Level.INFO,
            String.format(
                Locale.ROOT,
                "%s: %d records, %d true pairs, %d found, precision %.4f, recall %.4f",
                what,
                entries.size(),
                all,
                found,
                precision,
                recall));
    assertTrue(all == pairs, all + " true pairs");
    assertTrue(precision >= 0.95, "precision " + precision);
    assertTrue(recall >= 0.90, "recall " + recall);
  }

  private static Set<Long> candidates(List<Entry> entries) {
    Map<Long, List<Integer>> blocks = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      for (long key : MatchKeys.of(entries.get(i).profile())) {
        blocks.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
      }
    }
    Set<Long> pairs = new HashSet<>();
    for (List<Integer> block : blocks.values()) {
      for (int i = 0; i < block.size(); i++) {
        for (int j = i + 1; j < block.size(); j++) {
          pairs.add((long) block.get(i) << 32 | block.get(j));
        }
      }
    }
    return pairs;
  }

  private static long truePairs(List<Entry> entries) {
    Map<String, Long> cards = new HashMap<>();
    entries.forEach(entry -> cards.merge(entry.truth(), 1L, Long::sum));
    return cards.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
  }

  private static List<Entry> read(String file) {
    String text =
        new String(TestData.bytes("persons/" + file + ".csv.gz"), StandardCharsets.US_ASCII);
    return text.lines()
        .skip(1)
        .filter(line -> !line.isBlank())
        .map(line -> line.split(",", -1))
        .map(FebrlTest::entry)
        .toList();
  }

  private static Entry entry(String[] cells) {
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cells[i].isBlank() ? null : cells[i].strip();
    }
    String street = String.join(" ", text(cells[3]), text(cells[4]), text(cells[5]));
    PartyData data =
        new PartyData(
            PartyKind.NATURAL_PERSON,
            null,
            null,
            null,
            cells[10] == null ? null : List.of(new Identifier("AU_SSN", cells[10])),
            List.of(new Address("HOME", street, cells[7], cells[6], cells[8], "AU")),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            new PartyPerson(cells[1], cells[2], null),
            null);
    return new Entry(cells[0].split("-")[1], data, day(cells[9]));
  }

  private static String text(String cell) {
    return cell == null ? "" : cell;
  }

  private static LocalDate day(String cell) {
    try {
      return cell == null ? null : LocalDate.parse(cell, DAY);
    } catch (DateTimeException noDay) {
      return null;
    }
  }
}
