package org.kartoteka.contracts.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kartoteka.contracts.LineData;
import org.kartoteka.contracts.OriginalData;
import org.kartoteka.contracts.OriginalQuery;
import org.kartoteka.contracts.OriginalView;
import org.kartoteka.contracts.internal.data.OriginalRows;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.i18n.Messages;

/** What would wait if contracts were stopped. */
class OpenWorkTest {

  private static final LineData GUARD = LineData.monthly(null, "Guard", "1", null);

  private final House house = new House();
  private final KeysAndNumbers keys = new KeysAndNumbers();
  private final OpenWork openWork = work(keys);
  private final PartyId customer = house.customer("Żabka");

  @Test
  void nothing_waits_in_an_empty_house() {
    assertEquals(List.of(), said());
    house.contracts.draft(house.data(customer, "2026-01-01", "2026-03-05", GUARD));
    assertEquals(List.of(), said(), "a draft keeps nobody waiting");
  }

  @Test
  void what_is_to_be_decided_soon_and_papers_that_are_missing_are_counted() {
    house.signed(
        house.data(customer, "2026-01-01", house.today().plusDays(30).toString(), GUARD),
        "2026-01-01");
    house.signed(
        house.data(customer, "2026-01-01", house.today().plusDays(31).toString(), GUARD),
        "2026-01-01");
    house.signed(house.data(customer, "2026-01-01", null, GUARD), "2026-01-01");

    assertEquals(List.of("contracts.impact.ending 1", "contracts.impact.originals 3"), said());

    OriginalView paper =
        house.originals.page(OriginalQuery.missing(null), PageRequest.first()).items().get(0);
    house.originals.track(
        paper.id(), ExpectedRevision.any(), new OriginalData(null, null, house.today(), "binder"));
    assertEquals(List.of("contracts.impact.ending 1", "contracts.impact.originals 2"), said());
  }

  @Test
  void it_is_said_in_the_language_of_the_administrator() {
    house.signed(house.data(customer, "2026-01-01", null, GUARD), "2026-01-01");
    List<String> sentences = new ArrayList<>();
    for (Locale language : Messages.LANGUAGES) {
      Messages texts = new OwnTexts();
      String pattern = texts.find(language, "contracts.impact.originals").orElse("");
      assertFalse(pattern.isBlank(), language.toString());
      sentences.add(pattern);
    }
    assertEquals(4, sentences.stream().distinct().count());
    house.unitOfWork.call(() -> openWork.openWork(new Locale("bg")));
    assertEquals("bg", keys.asked.getLanguage());
  }

  private List<String> said() {
    return house.unitOfWork.call(() -> openWork.openWork(Locale.ENGLISH));
  }

  private OpenWork work(Messages messages) {
    return new OpenWork(
        house.rows, new OriginalRows(house.unitOfWork, house.scope), house.records, messages);
  }

  /** Says the key and the number. */
  private static final class KeysAndNumbers implements Messages {

    private Locale asked;

    @Override
    public String text(Locale locale, String key, Object... arguments) {
      asked = locale;
      return key + " " + arguments[0];
    }

    @Override
    public Optional<String> find(Locale locale, String key, Object... arguments) {
      return Optional.of(text(locale, key, arguments));
    }
  }
}
