package org.kartoteka.core.internal.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kartoteka.core.api.party.Address;
import org.kartoteka.core.api.party.BankAccount;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.Identifier;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyPerson;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.record.CleanText;

class PartyRulesTest {

  private static final BiFunction<Map<String, Object>, Findings, Map<String, Object>> NONE =
      (values, findings) -> values;

  @Test
  void an_organisation_needs_a_name() {
    assertEquals(Map.of("name", "required"), errors(PartyData.organisation(" \u0000\t ")));
  }

  @Test
  void a_natural_person_needs_its_names() {
    PartyData nobody = PartyData.naturalPerson(null, " ");

    assertEquals(Map.of("person.lastName", "required"), errors(nobody));
    assertEquals(
        "Jan", PartyRules.normal(PartyData.naturalPerson("Jan", null), () -> "PL", NONE).name());
  }

  @Test
  void all_errors_are_told_at_once() {
    PartyData data =
        new PartyData(
            null,
            "x".repeat(301),
            null,
            null,
            List.of(new Identifier("PL_NIP", "123"), new Identifier("no type", "1")),
            List.of(new Address(null, null, null, null, null, "XX")),
            List.of(new Phone(null, "none"), new Phone(null, null)),
            List.of(new Email(null, "nobody")),
            "javascript:alert(1)",
            List.of(new BankAccount("PL61109010140000071219812875", "X", null, "ZZZ")),
            366,
            null,
            "xx",
            "EURO",
            6,
            null,
            null,
            List.of("no role!"),
            new PartyPerson("A", "B", null),
            null);

    assertEquals(
        Map.ofEntries(
            Map.entry("kind", "required"),
            Map.entry("name", "tooLong"),
            Map.entry("identifiers[0].value", "length"),
            Map.entry("identifiers[1].type", "identifierType"),
            Map.entry("addresses[0].country", "unknownCountry"),
            Map.entry("phones[0].value", "phone"),
            Map.entry("phones[1].value", "required"),
            Map.entry("emails[0].value", "email"),
            Map.entry("web", "web"),
            Map.entry("bankAccounts[0].iban", "iban"),
            Map.entry("bankAccounts[0].bic", "bic"),
            Map.entry("bankAccounts[0].currency", "unknownCurrency"),
            Map.entry("paymentTermDays", "range"),
            Map.entry("language", "unknownLanguageCode"),
            Map.entry("currency", "unknownCurrency"),
            Map.entry("rating", "range"),
            Map.entry("roles[0]", "unknownRole")),
        errors(data));
  }

  @ParameterizedTest
  @CsvSource({
    "600 123 456, PL, +48600123456",
    "+359 2 981 12 34, PL, +35929811234",
    "02 981 1234, BG, +35929811234",
    "8 495 123-45-67, RU, +74951234567",
    "2262649, PL, 2262649",
    "600 123 456 ext. 7, PL, 600 123 456 ext. 7",
  })
  void phones_are_kept_in_e164_where_they_are_understood(
      String written, String country, String kept) {
    PartyData data = with(List.of(new Phone("OFFICE", written)), country);

    assertEquals(
        List.of(new Phone("OFFICE", kept)), PartyRules.normal(data, () -> country, NONE).phones());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"www.example.com", "http://example.com/a?b=c#d", "https://пример.рф", "a.pl:8080"})
  void web_addresses_are_kept(String web) {
    assertEquals(true, NetAddress.isWeb(web));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Yes", "example", "javascript:x.com", "http://a b.com", "ftp://a.com"})
  void what_is_no_web_address_is_refused(String web) {
    assertEquals(false, NetAddress.isWeb(web));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@b.pl", "jan.kowalski+x@firma.com.pl", "иван@пример.рф", "o'x@y.org"})
  void email_addresses_are_kept(String email) {
    assertEquals(true, NetAddress.isEmail(email));
  }

  @ParameterizedTest
  @ValueSource(strings = {"12/31/13", "a@b", "a b@c.pl", "@c.pl", "a@.pl", "a..b@c.pl", "a@b..pl"})
  void what_is_no_email_address_is_refused(String email) {
    assertEquals(false, NetAddress.isEmail(email));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PL61 1090 1014 0000 0712 1981 2874",
        "BG80BNBG96611020345678",
        "61109010140000071219812874"
      })
  void ibans_are_checked(String iban) {
    assertEquals(true, BankAccountNumber.isIban(BankAccountNumber.normalIban(iban)));
  }

  @Test
  void tags_and_roles_are_put_in_order() {
    PartyData data =
        PartyData.organisation("A").toBuilder()
            .tags(Arrays.asList("vip", " VIP ", "b", ""))
            .roles(List.of("customer", "CUSTOMER"))
            .build();

    PartyData normal = PartyRules.normal(data, () -> "PL", NONE);

    assertEquals(List.of("b", "vip"), normal.tags());
    assertEquals(List.of("CUSTOMER"), normal.roles());
  }

  @Test
  void control_characters_and_broken_surrogates_never_reach_the_database() {
    assertEquals("a b\uFFFD c", CleanText.line("\u0001a\tb\uD800\u0085c\u0000"));
    assertEquals("a\nb\tc", CleanText.lines(" a\r\nb\tc\r"));
  }

  private static PartyData with(List<Phone> phones, String country) {
    return PartyData.organisation("A").toBuilder()
        .addresses(List.of(new Address("SEAT", null, null, null, null, country)))
        .phones(phones)
        .custom(Collections.emptyMap())
        .build();
  }

  private static Map<String, String> errors(PartyData data) {
    return assertThrows(InvalidInput.class, () -> PartyRules.normal(data, () -> "PL", NONE))
        .errors()
        .stream()
        .collect(Collectors.toMap(FieldError::field, FieldError::code));
  }
}
