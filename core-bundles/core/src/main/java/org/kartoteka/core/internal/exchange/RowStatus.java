package org.kartoteka.core.internal.exchange;

import java.util.HashMap;
import java.util.Map;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.internal.domain.SearchKey;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/**
 * The status that a row gives its party.
 *
 * @param reason why; null when none is told
 */
record RowStatus(PartyStatus status, String reason) {

  static final String NAME = "status";
  static final String REASON = "statusReason";

  private static final int LONGEST = 1000;
  private static final Map<String, PartyStatus> WORDS = words();

  /**
   * The status that the row tells; null when it tells none.
   *
   * @throws InvalidInput when it tells one that there is not
   */
  static RowStatus of(Map<String, String> cells) {
    String text = cells.get(NAME);
    if (text == null || text.isBlank()) {
      return null;
    }
    PartyStatus status = WORDS.get(SearchKey.fold(text.replace('_', ' ')));
    if (status == null) {
      throw new InvalidInput(FieldError.of(NAME, "unknownStatus", text));
    }
    String reason = cells.get(REASON);
    if (reason != null && reason.strip().length() > LONGEST) {
      throw new InvalidInput(FieldError.of(REASON, "tooLong", LONGEST));
    }
    return new RowStatus(status, reason == null || reason.isBlank() ? null : reason.strip());
  }

  /** Whether the row would change a party of this status. */
  static boolean changes(RowStatus wanted, PartyStatus present) {
    return wanted != null && wanted.status() != present;
  }

  /**
   * Checks that the status can be given to a party that has another.
   *
   * @throws InvalidInput when a reason is missing
   */
  void requireReason() {
    boolean bars = status == PartyStatus.BARRED || status == PartyStatus.TEMPORARILY_BARRED;
    if (bars && reason == null) {
      throw new InvalidInput(FieldError.of(REASON, "required"));
    }
  }

  private static Map<String, PartyStatus> words() {
    Map<String, PartyStatus> words = new HashMap<>();
    words(
        words,
        PartyStatus.POTENTIAL,
        "potential;prospect;lead;new;potencjalny;potencjalna;nowy",
        "потенциален;потенциална;нов;потенциальный;потенциальная;новый");
    words(
        words,
        PartyStatus.ACTIVE,
        "active;current;aktywny;aktywna;aktywne;bieżący",
        "активен;активна;активно;действащ;активный;активная;действующий");
    words(
        words,
        PartyStatus.PASSIVE,
        "passive;inactive;dormant;former;pasywny;pasywna;nieaktywny;nieaktywna",
        "пасивен;пасивна;неактивен;неактивна;пассивный;пассивная;неактивный;неактивная");
    words(
        words,
        PartyStatus.TEMPORARILY_BARRED,
        "temporarily barred;temporarily blocked;on hold;suspended",
        "czasowo zablokowany;tymczasowo zablokowany;zawieszony;czasowo wstrzymany",
        "временно блокиран;временно спрян;временно заблокирован;приостановлен");
    words(
        words,
        PartyStatus.BARRED,
        "barred;blocked;banned;blacklisted;zablokowany;zablokowana;wykluczony",
        "спрян;спряна;блокиран;блокирана;забранен;заблокирован;запрещён;заблокированный");
    return Map.copyOf(words);
  }

  private static void words(Map<String, PartyStatus> words, PartyStatus status, String... lines) {
    for (String line : lines) {
      for (String word : line.split(";")) {
        words.put(SearchKey.fold(word), status);
      }
    }
  }
}
