package org.kartoteka.core.internal.duplicate;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kartoteka.core.api.party.Address;
import org.kartoteka.core.api.party.BankAccount;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.Identifier;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyKind;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonalData;
import org.kartoteka.core.api.person.PrivateData;
import org.kartoteka.core.internal.domain.SearchKey;

/**
 * A card as it is compared with others: everything in the form in which spellings meet.
 *
 * @param first of a natural person the words of the first name, else empty
 * @param last of a natural person the words of the last name, else those of the name
 * @param otherNames words of a short name; may be empty
 * @param phones their last digits, which do not depend on prefixes
 * @param party of a person the party it belongs to, as far as known; of a party null
 * @param secrets those of the phones and e-mails that are private
 */
record Profile(
    PartyKind kind,
    List<String> first,
    List<String> last,
    List<String> otherNames,
    Set<Number> identifiers,
    Set<String> phones,
    Set<String> emails,
    Set<String> accounts,
    String web,
    List<Place> places,
    LocalDate birthday,
    PartyId party,
    Set<String> secrets) {

  private static final int PHONE_DIGITS = 9;
  private static final int SHORT_PHONE = 6;
  private static final int SHORT_NUMBER = 4;
  private static final Pattern STREET_WORDS =
      Pattern.compile("^(ulitsa|ulitza|ul|ulica|al|aleia|pl|plac|os|osiedle|street|st|str) ");
  private static final Pattern NUMBER = Pattern.compile("\\d+[a-z]?");

  /** An official number; of a VAT number without its country. */
  record Number(String type, String value) {}

  /**
   * An address.
   *
   * @param street its words without numbers
   * @param house the first number; may be empty
   */
  record Place(String street, String house, String postalCode, String city) {}

  /** The groups of a person's data that need a right of their own. */
  record Groups(boolean privately, boolean personally) {

    static final Groups ALL = new Groups(true, true);
  }

  boolean isNaturalPerson() {
    return kind == PartyKind.NATURAL_PERSON;
  }

  /** Whether both are persons of one party. */
  boolean isColleagueOf(Profile other) {
    return party != null && party.equals(other.party);
  }

  /** All words of the name. */
  List<String> words() {
    List<String> words = new ArrayList<>(first);
    words.addAll(last);
    return words;
  }

  /**
   * The profile of a card's data.
   *
   * @param birthday may be null
   */
  static Profile of(PartyData data, LocalDate birthday) {
    boolean person = data.kind() == PartyKind.NATURAL_PERSON;
    return new Profile(
        data.kind(),
        person && data.person() != null ? NameWords.ofPerson(data.person().firstName()) : List.of(),
        person
            ? NameWords.ofPerson(data.person() == null ? data.name() : data.person().lastName())
            : NameWords.ofOrganisation(data.name()),
        person ? List.of() : NameWords.ofOrganisation(data.shortName()),
        numbers(data.identifiers()),
        phones(data.phones()),
        emails(data.emails()),
        data.bankAccounts().stream()
            .map(BankAccount::iban)
            .filter(Objects::nonNull)
            .map(iban -> SearchKey.compact(iban).toUpperCase(Locale.ROOT))
            .collect(Collectors.toSet()),
        host(data.web()),
        data.addresses().stream().map(Profile::place).distinct().toList(),
        birthday,
        null,
        Set.of());
  }

  /**
   * The profile of a person's data; a group that is missing or left out is not compared.
   *
   * @param party the party it belongs to; null when that is not known yet
   * @param groups which groups of the data may be compared
   */
  static Profile of(PersonData data, PartyId party, Groups groups) {
    boolean open = groups.privately() && data.privateData() != null;
    PrivateData hidden = open ? data.privateData() : new PrivateData(null, null, null);
    PersonalData personal = groups.personally() ? data.personalData() : null;
    Set<String> phones = phones(data.phones());
    Set<String> emails = emails(data.emails());
    Set<String> secrets = phones(hidden.phones());
    secrets.addAll(emails(hidden.emails()));
    secrets.removeAll(phones);
    secrets.removeAll(emails);
    phones.addAll(phones(hidden.phones()));
    emails.addAll(emails(hidden.emails()));
    return new Profile(
        PartyKind.NATURAL_PERSON,
        NameWords.ofPerson(data.firstName()),
        NameWords.ofPerson(data.lastName()),
        List.of(),
        Set.of(),
        phones,
        emails,
        Set.of(),
        null,
        hidden.homeAddress() == null ? List.of() : List.of(place(hidden.homeAddress())),
        personal == null ? null : personal.birthday(),
        party,
        secrets);
  }

  private static Set<Number> numbers(List<Identifier> identifiers) {
    Set<Number> numbers = new LinkedHashSet<>();
    for (Identifier one : identifiers) {
      if (one.type() != null && one.value() != null) {
        String value = SearchKey.compact(one.value()).toUpperCase(Locale.ROOT);
        boolean vat = one.type().equals("EU_VAT") && value.matches("[A-Z]{2}.+");
        value = vat ? value.substring(2) : value;
        if (value.length() >= SHORT_NUMBER) {
          numbers.add(new Number(one.type(), value));
        }
      }
    }
    return numbers;
  }

  private static Set<String> phones(List<Phone> phones) {
    Set<String> found = new LinkedHashSet<>();
    for (Phone phone : phones) {
      String digits = phone.value() == null ? "" : phone.value().replaceAll("\\D", "");
      if (digits.length() >= SHORT_PHONE) {
        found.add(digits.substring(Math.max(0, digits.length() - PHONE_DIGITS)));
      }
    }
    return found;
  }

  private static Set<String> emails(List<Email> emails) {
    return emails.stream()
        .map(Email::value)
        .filter(value -> value != null && value.contains("@"))
        .map(value -> value.strip().toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String host(String web) {
    if (web == null || web.isBlank()) {
      return null;
    }
    try {
      String text = web.strip().toLowerCase(Locale.ROOT);
      String host = URI.create(text.contains("://") ? text : "http://" + text).getHost();
      return host == null ? null : host.startsWith("www.") ? host.substring(4) : host;
    } catch (IllegalArgumentException noAddress) {
      return null;
    }
  }

  private static Place place(Address address) {
    String street = STREET_WORDS.matcher(SearchKey.fold(address.street())).replaceFirst("");
    StringBuilder words = new StringBuilder();
    String house = "";
    for (String word : street.split(" ")) {
      if (NUMBER.matcher(word).matches()) {
        house = house.isEmpty() ? word : house;
      } else {
        words.append(words.isEmpty() ? "" : " ").append(word);
      }
    }
    String code = address.postalCode() == null ? "" : SearchKey.compact(address.postalCode());
    return new Place(words.toString(), house, SearchKey.fold(code), SearchKey.fold(address.city()));
  }
}
