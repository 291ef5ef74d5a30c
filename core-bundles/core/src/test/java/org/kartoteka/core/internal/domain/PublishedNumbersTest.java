package org.kartoteka.core.internal.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks against a file of published numbers, where one is at hand. */
@EnabledIfSystemProperty(named = "kartoteka.shared", matches = ".+")
class PublishedNumbersTest {

  private final JsonNode vectors = read();
  private final List<String> surprises = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "pl.nip, PL_NIP",
    "pl.regon, PL_REGON",
    "pl.pesel, PL_PESEL",
    "bg.egn, BG_EGN",
    "ru.inn, RU_INN",
    "ru.ogrn, RU_OGRN",
    "lei, LEI",
  })
  void agrees_with_the_published_numbers(String name, String type) {
    compare(name, number -> IdentifierTypeTest.codes(type, number).isEmpty());

    assertEquals("", String.join("\n", surprises));
  }

  /** The lists of these two hold some numbers that are only listed, not valid. */
  @Test
  void takes_nearly_all_listed_vat_and_account_numbers() {
    compare("eu.vat", number -> IdentifierTypeTest.codes("EU_VAT", number).isEmpty());
    compare("iban", number -> BankAccountNumber.isIban(BankAccountNumber.normalIban(number)));

    assertTrue(surprises.size() < 80, () -> String.join("\n", surprises));
  }

  private void compare(String name, Predicate<String> accepted) {
    for (String kind : List.of("valid", "invalid")) {
      for (JsonNode vector : vectors.path(name).path(kind)) {
        if (accepted.test(vector.path("in").asText()) != kind.equals("valid")) {
          surprises.add(name + " " + vector);
        }
      }
    }
  }

  private static JsonNode read() {
    try {
      return new ObjectMapper()
          .readTree(
              Path.of(System.getProperty("kartoteka.shared"), "data/numbers/stdnum-vectors.json")
                  .toFile());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
