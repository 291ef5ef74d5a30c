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
import org.kartoteka.core.api.duplicate.DuplicatePersons;
import org.kartoteka.core.api.duplicate.DuplicatePersonsQuery;
import org.kartoteka.core.api.duplicate.DuplicateQuery;
import org.kartoteka.core.api.party.Address;
import org.kartoteka.core.api.party.Identifier;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyPerson;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.person.PersonalData;
import org.kartoteka.core.api.person.PrivateData;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.core.internal.duplicate.Profile.Groups;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.testing.TestData;

/** How many of the duplicates that Febrl made are found, and how many others. */
class FebrlTest {

  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final double RECALL = 0.90;

  /** Febrl gives some another name; at another party that is left alone on purpose. */
  private static final double RECALL_APART = 0.85;

  /** A record with the number of whom it is about. */
  private record Entry(String truth, PartyData data, LocalDate birthday) {

    Profile profile() {
      return Profile.of(data, birthday);
    }

    /** The same person as a contact of a party, without the number that only parties have. */
    PersonData contact() {
      return PersonData.named(
              data.person().firstName(),
              data.person().lastName() == null ? "-" : data.person().lastName())
          .toBuilder()
          .privateData(new PrivateData(data.addresses().get(0), null, null))
          .personalData(PersonalData.born(birthday))
          .build();
    }

    /** The data with a name where Febrl has lost it: the register wants one. */
    PartyData named() {
      PartyPerson person = data.person();
      return PartyData.naturalPerson(
              person.firstName(), person.lastName() == null ? "-" : person.lastName())
          .toBuilder()
          .identifiers(data.identifiers())
          .addresses(data.addresses())
          .build();
    }
  }

  @ParameterizedTest
  @CsvSource({"febrl-dataset1, 500", "febrl-dataset2, 1934"})
  void duplicates_are_found_and_little_else(String file, int pairs) {
    List<Entry> entries = read(file);

    List<Profile> profiles = entries.stream().map(Entry::profile).toList();

    requireGood(file, Compared.PARTY, entries, profiles, pairs, RECALL);
  }

  @ParameterizedTest
  @CsvSource({"febrl-dataset1, 500", "febrl-dataset2, 1934"})
  void contact_persons_are_found_at_one_party_and_at_different_ones(String file, int pairs) {
    List<Entry> entries = read(file);
    List<Profile> colleagues = new ArrayList<>();
    List<Profile> apart = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      PersonData data = entries.get(i).contact();
      colleagues.add(Profile.of(data, new PartyId(1), Groups.ALL));
      apart.add(Profile.of(data, new PartyId(i + 1), Groups.ALL));
    }

    requireGood(file + " at one party", Compared.PERSON, entries, colleagues, pairs, RECALL);
    requireGood(
        file + " at different parties", Compared.PERSON, entries, apart, pairs, RECALL_APART);
  }

  private static void requireGood(
      String what,
      Compared sort,
      List<Entry> entries,
      List<Profile> profiles,
      int pairs,
      double bar) {
    Set<Long> candidates = candidates(profiles, sort);
    long found = 0;
    long right = 0;
    for (long pair : candidates) {
      int one = (int) (pair >> 32);
      int other = (int) pair;
      if (sort.compare(profiles.get(one), profiles.get(other)).isProbable()) {
        found++;
        right += entries.get(one).truth().equals(entries.get(other).truth()) ? 1 : 0;
      }
    }
    requireGood(what + ", " + candidates.size() + " compared", entries, pairs, found, right, bar);
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
      requireGood(file + " in the register", entries, pairs, found, right, RECALL);
    }
  }

  @ParameterizedTest
  @CsvSource({"febrl-dataset1, 500, false", "febrl-dataset1, 500, true"})
  void the_register_finds_contact_persons_by_their_keys_with_their_cap(
      String file, int pairs, boolean colleagues) {
    List<Entry> entries = read(file);
    try (CoreFixture core = new CoreFixture()) {
      Map<PersonId, String> truth = added(core, entries, colleagues);

      core.findDuplicates();

      List<DuplicatePersons> found = new ArrayList<>();
      PageRequest next = PageRequest.of(500, null, null);
      while (next != null) {
        Page<DuplicatePersons> page = core.duplicates.page(DuplicatePersonsQuery.open(), next);
        found.addAll(page.items());
        next = page.next() == null ? null : PageRequest.of(500, page.next(), null);
      }
      long right =
          found.stream()
              .filter(pair -> truth.get(pair.first().id()).equals(truth.get(pair.second().id())))
              .count();
      String where = colleagues ? " at one party" : " at different parties";
      requireGood(
          file + where + " in the register",
          entries,
          pairs,
          found.size(),
          right,
          colleagues ? RECALL : RECALL_APART);
    }
  }

  private static Map<PersonId, String> added(
      CoreFixture core, List<Entry> entries, boolean colleagues) {
    Map<PersonId, String> truth = new HashMap<>();
    PartyId one = core.parties.register(PartyData.organisation("Febrl")).id();
    for (int from = 0; from < entries.size(); from += 100) {
      List<Entry> some = entries.subList(from, Math.min(from + 100, entries.size()));
      core.unitOfWork.run(
          () -> {
            for (Entry entry : some) {
              PartyId party =
                  colleagues ? one : core.parties.register(PartyData.organisation("Febrl")).id();
              truth.put(core.persons.add(party, entry.contact()).id(), entry.truth());
            }
          });
    }
    return truth;
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
      String what, List<Entry> entries, int pairs, long found, long right, double bar) {
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
    assertTrue(recall >= bar, "recall " + recall);
  }

  private static Set<Long> candidates(List<Profile> profiles, Compared sort) {
    Map<Long, List<Integer>> blocks = new HashMap<>();
    for (int i = 0; i < profiles.size(); i++) {
      for (long key : sort.keys(profiles.get(i))) {
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
        PartyData.naturalPerson(cells[1], cells[2]).toBuilder()
            .identifiers(cells[10] == null ? null : List.of(new Identifier("AU_SSN", cells[10])))
            .addresses(List.of(new Address("HOME", street, cells[7], cells[6], cells[8], "AU")))
            .build();
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
