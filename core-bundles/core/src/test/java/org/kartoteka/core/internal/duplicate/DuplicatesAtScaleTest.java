package org.kartoteka.core.internal.duplicate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.kartoteka.core.api.party.Address;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyKind;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.core.internal.CoreFixture;

/**
 * How long it takes to compare many parties, and to check one while somebody types. Run with {@code
 * -Dkartoteka.scale=100000}; prints, asserts nothing.
 */
@EnabledIfSystemProperty(named = "kartoteka.scale", matches = "\\d+")
class DuplicatesAtScaleTest {

  private static final String[] SYLLABLES = {
    "ba", "cho", "dra", "gro", "kor", "lesz", "mir", "now", "pol", "ros", "sta", "trans", "wit",
    "zet", "brzo", "mar", "kam", "lip", "son", "tur"
  };
  private static final String[] TRADES = {
    "Transport", "Hurtownia", "Zakład", "Serwis", "Meble", "Budownictwo", "Apteka", "Piekarnia"
  };
  private static final long SEED = 20261122;
  private static final int CHECKS = 500;

  @Test
  void compare_many_and_check_one() {
    int count = Integer.getInteger("kartoteka.scale");
    System.Logger log = System.getLogger(DuplicatesAtScaleTest.class.getName());
    try (CoreFixture core = new CoreFixture()) {
      core.postgres.execute(
          "insert into core.party (id, revision, kind, name, number, status, addresses, phones,"
              + " created_at, created_by, changed_at, changed_by, search_text)"
              + " select i, 1, 'ORGANISATION', "
              + "(array['Transport','Hurtownia','Zakład','Serwis','Meble','Budownictwo','Apteka',"
              + "'Piekarnia'])[1 + i % 8] || ' ' || initcap(translate(md5((i / 10 * 9 + i % 10 %"
              + " 9)::text), '0123456789', 'ghijklmnop')) || ' sp. z o.o.', 'N' || i, 'ACTIVE',"
              + " jsonb_build_array(jsonb_build_object('kind', 'SEAT', 'street', 'Polna ' || i %"
              + " 997, 'postalCode', lpad((i % 9973)::text, 5, '0'), 'city', 'Miasto ' || i %"
              + " 499)), jsonb_build_array(jsonb_build_object('kind', 'OFFICE', 'value', '+48' ||"
              + " (600000000 + i * 7 % 90000000))), now(), 'x', now(), 'x', ' '"
              + " from generate_series(1, "
              + count
              + ") i");

      long start = System.nanoTime();
      core.findDuplicates();
      double seconds = (System.nanoTime() - start) / 1e9;
      log.log(
          System.Logger.Level.INFO,
          String.format(
              Locale.ROOT,
              "%d parties compared in %.1f s, %d pairs",
              count,
              seconds,
              core.duplicates.progress().open()));

      Random random = new Random(SEED);
      long[] times = new long[CHECKS];
      for (int i = 0; i < CHECKS; i++) {
        PartyData typed = typed(random, count);
        long before = System.nanoTime();
        core.duplicates.check(typed, null, 5);
        times[i] = System.nanoTime() - before;
      }
      Arrays.sort(times);
      log.log(
          System.Logger.Level.INFO,
          String.format(
              Locale.ROOT,
              "check while typing: median %.1f ms, p95 %.1f ms, worst %.1f ms",
              times[CHECKS / 2] / 1e6,
              times[CHECKS * 95 / 100] / 1e6,
              times[CHECKS - 1] / 1e6));
    }
  }

  private static PartyData typed(Random random, int count) {
    int like = random.nextInt(count);
    String name =
        TRADES[random.nextInt(TRADES.length)]
            + " "
            + SYLLABLES[random.nextInt(SYLLABLES.length)]
            + SYLLABLES[random.nextInt(SYLLABLES.length)];
    return new PartyData(
        PartyKind.ORGANISATION,
        name,
        null,
        null,
        null,
        List.of(
            new Address(
                "SEAT",
                "Polna " + like % 997,
                String.format(Locale.ROOT, "%05d", like % 9973),
                "Miasto " + like % 499,
                null,
                "PL")),
        List.of(new Phone("OFFICE", "+48" + (600000000 + like * 7L % 90000000))),
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
        null);
  }
}
