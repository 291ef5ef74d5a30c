package org.kartoteka.core.internal.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kartoteka.core.api.duplicate.Resemblance;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonalData;
import org.kartoteka.core.api.person.PrivateData;
import org.kartoteka.core.internal.duplicate.Profile.Groups;

class PersonComparisonTest {

  private static final PartyId MILL = new PartyId(1);
  private static final PartyId BAKERY = new PartyId(2);
  private static final String PHONE = "+48 600 111 222";
  private static final String EMAIL = "anna@example.com";
  private static final LocalDate BORN = LocalDate.of(1980, 5, 17);

  @ParameterizedTest
  @CsvSource({
    "Anna, Wiśniewska, Anna, Wisniewska",
    "Anna, Wiśniewska, Wiśniewska, Anna",
    "Anna, Wiśniewska, Ana, Wiśniewska",
    "Надежда, Петрова, Nadezhda, Petrova"
  })
  void two_of_one_name_at_one_party_are_probably_one(
      String first, String last, String otherFirst, String otherLast) {
    Profile one = named(first, last).at(MILL);
    Profile other = named(otherFirst, otherLast).at(MILL);

    assertTrue(Comparison.ofPersons(one, other).isProbable());
    assertMeet(one, other);
  }

  @Test
  void colleagues_may_share_phone_and_mailbox() {
    Profile one = named("Anna", "Nowak").phone(PHONE).email(EMAIL).at(MILL);
    Profile other = named("Piotr", "Zieliński").phone(PHONE).email(EMAIL).at(MILL);

    assertFalse(Comparison.ofPersons(one, other).isClose());
  }

  @Test
  void a_family_at_one_firm_is_not_one_person() {
    Profile one = named("Anna", "Nowak").phone(PHONE).email(EMAIL).at(MILL);
    Profile other = named("Piotr", "Nowak").phone(PHONE).email(EMAIL).at(MILL);

    assertFalse(Comparison.ofPersons(one, other).isProbable());
  }

  @Test
  void namesakes_at_different_parties_are_two_people() {
    Profile one = named("Anna", "Nowak").at(MILL);
    Profile other = named("Anna", "Nowak").at(BAKERY);

    assertFalse(Comparison.ofPersons(one, other).isPossible());
  }

  @Test
  void a_name_with_a_phone_an_email_or_a_birthday_is_strong_at_different_parties_too() {
    assertApart(named("Anna", "Nowak").phone(PHONE), Resemblance.PHONE);
    assertApart(named("Anna", "Nowak").email(EMAIL), Resemblance.EMAIL);
    assertApart(named("Anna", "Nowak").born(BORN), Resemblance.BIRTHDAY);
  }

  private static void assertApart(Typed person, Resemblance resemblance) {
    Profile one = person.at(MILL);
    Profile other = person.at(BAKERY);
    Likeness likeness = Comparison.ofPersons(one, other);

    assertTrue(likeness.isProbable(), likeness.toString());
    assertEquals(Set.of(Resemblance.NAME, resemblance), new HashSet<>(likeness.resemblances()));
    assertMeet(one, other);
  }

  @Test
  void a_shared_phone_without_the_name_is_a_hint_and_no_pair() {
    Profile one = named("Anna", "Nowak").phone(PHONE).email(EMAIL).at(MILL);
    Profile other = named("Piotr", "Zieliński").phone(PHONE).email(EMAIL).at(BAKERY);

    Likeness likeness = Comparison.ofPersons(one, other);

    assertTrue(likeness.isPossible());
    assertFalse(likeness.isProbable());
  }

  @Test
  void other_birthdays_speak_against_it() {
    Profile one = named("Anna", "Nowak").born(BORN).at(MILL);
    Profile other = named("Anna", "Nowak").born(LocalDate.of(1955, 11, 2)).at(MILL);

    assertFalse(Comparison.ofPersons(one, other).isProbable());
  }

  @Test
  void names_with_different_numbers_are_different() {
    assertFalse(
        Comparison.ofPersons(
                named(null, "Erased person 4711").at(MILL),
                named(null, "Erased person 4712").at(MILL))
            .isClose());
  }

  @Test
  void what_only_private_data_say_is_told_as_private() {
    Profile open = named("Anna", "Nowak").phone(PHONE).at(MILL);
    Profile secret = named("Anna", "Nowak").privatePhone(PHONE).at(BAKERY);

    assertEquals(
        Set.of(Resemblance.NAME, Resemblance.PRIVATE_CONTACT),
        new HashSet<>(Comparison.ofPersons(open, secret).resemblances()));
  }

  @Test
  void groups_that_may_not_be_compared_are_left_out() {
    PersonData data = named("Anna", "Nowak").privatePhone(PHONE).born(BORN).data();

    Profile profile = Profile.of(data, MILL, new Groups(false, false));

    assertEquals(Profile.of(PersonData.named("Anna", "Nowak"), MILL, Groups.ALL), profile);
  }

  private static void assertMeet(Profile one, Profile other) {
    Set<Long> common = MatchKeys.ofPerson(one);
    common.retainAll(MatchKeys.ofPerson(other));
    assertFalse(common.isEmpty(), "no key in common");
  }

  private static Typed named(String first, String last) {
    return new Typed(first, last, List.of(), List.of(), List.of(), null);
  }

  private record Typed(
      String first,
      String last,
      List<Phone> phones,
      List<Email> emails,
      List<Phone> privatePhones,
      LocalDate birthday) {

    Typed phone(String value) {
      return new Typed(
          first, last, List.of(new Phone("MOBILE", value)), emails, privatePhones, birthday);
    }

    Typed email(String value) {
      return new Typed(
          first, last, phones, List.of(new Email("OFFICE", value)), privatePhones, birthday);
    }

    Typed privatePhone(String value) {
      return new Typed(first, last, phones, emails, List.of(new Phone("MOBILE", value)), birthday);
    }

    Typed born(LocalDate day) {
      return new Typed(first, last, phones, emails, privatePhones, day);
    }

    PersonData data() {
      return PersonData.named(first, last).toBuilder()
          .phones(phones)
          .emails(emails)
          .privateData(new PrivateData(null, privatePhones, null))
          .personalData(PersonalData.born(birthday))
          .build();
    }

    Profile at(PartyId party) {
      return Profile.of(data(), party, Groups.ALL);
    }
  }
}
