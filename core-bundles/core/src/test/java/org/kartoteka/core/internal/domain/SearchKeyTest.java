package org.kartoteka.core.internal.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchKeyTest {

  @ParameterizedTest
  @CsvSource({
    "Solovyov, Соловьёв",
    "Solovyov, Соловьев",
    "Łódź, lodz",
    "ŁÓDŹ, Lódz",
    "Щерев, Shterev",
    "Щукин, Shchukin",
    "Warszawa, Варшава",
    "Достоевский, Dostoevsky",
    "Ельцин, Yeltsin",
    "Хрущев, Khrushchev",
    "Мария, Maria",
    "Мария, Mariya",
    "Юлия, Yulia",
    "Максим, Maxim",
    "Żółć, zolc",
    "Müller, muller",
    "Straße, strasse",
    "Търговище, Targovishte",
    "O'Neill, ONeill",
    "ﬁrma, firma",
    "ＡＢＣ, abc",
  })
  void spellings_meet(String one, String other) {
    assertEquals(SearchKey.fold(one), SearchKey.fold(other));
  }

  @ParameterizedTest
  @CsvSource({
    "526-025-02-74, 5260250274",
    "600 123 456, +48600123456",
    "+48 600 123 456, +48600123456",
    "(02) 981 12 34, +35929811234",
    "8 (495) 123-45-67, +74951234567",
    "jan.kowalski@firma.pl, jan.kowalski@firma.pl",
    "kowalski@firma, jan.kowalski@firma.pl",
    "p000123, P000123",
    "kow jan, Jan Kowalski",
    "3m, 3M Company",
    "ко, Костов",
    "BG 175074752, BG175074752",
    "12/2024, A-12/2024",
  })
  void a_query_finds_the_record(String query, String stored) {
    assertTrue(finds(query, stored));
  }

  @ParameterizedTest
  @CsvSource({
    "kowalska, Jan Kowalski",
    "ow, Jan Kowalski",
    "'%', Jan Kowalski",
    "_an, Jan Kowalski",
    "123, Jan Kowalski",
  })
  void a_query_does_not_find_other_records(String query, String stored) {
    assertFalse(finds(query, stored));
  }

  @Test
  void nothing_is_looked_for_without_letters_and_digits() {
    assertEquals(List.of(), SearchKey.patterns("%_' \u0000 !"));
  }

  @Test
  void the_key_holds_no_pattern_characters() {
    assertEquals(" 100 a b c ", SearchKey.of(Arrays.asList("100% a_b\\c", null)));
  }

  private static boolean finds(String query, String stored) {
    String key = SearchKey.of(List.of(stored));
    return SearchKey.patterns(query).stream()
        .anyMatch(all -> all.stream().allMatch(pattern -> key.contains(pattern.replace("%", ""))));
  }
}
