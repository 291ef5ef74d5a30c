package org.kartoteka.core.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.kartoteka.core.api.party.Address;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyKind;
import org.kartoteka.core.api.party.PartyPerson;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.api.person.PersonalData;
import org.kartoteka.core.api.person.PrivateData;
import org.kartoteka.persistence.Kept;
import org.kartoteka.platform.api.act.Act;

/** A person of a party. The one of a natural person keeps what both cards share (TEN-7). */
@Entity
@Table(name = "person", schema = "core")
public class Person extends Kept {

  @Id
  @SequenceGenerator(
      name = "person",
      schema = "core",
      sequenceName = "person_seq",
      allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "person")
  private Long id;

  @Column(name = "party_id")
  private long partyId;

  @Column(name = "party_kind")
  @Enumerated(EnumType.STRING)
  private PartyKind partyKind;

  @Column(name = "first_name")
  private String firstName;

  @Column(name = "last_name")
  private String lastName;

  private String sex;

  private String remarks;

  private String position;

  private String department;

  private String profession;

  private String education;

  @Column(name = "superior_id")
  private Long superiorId;

  @Column(name = "chosen_superior_id")
  private Long chosenSuperiorId;

  @Convert(converter = JsonText.class)
  private String phones;

  @Convert(converter = JsonText.class)
  private String emails;

  @Column(name = "home_address")
  @Convert(converter = JsonText.class)
  private String homeAddress;

  @Column(name = "private_phones")
  @Convert(converter = JsonText.class)
  private String privatePhones = "[]";

  @Column(name = "private_emails")
  @Convert(converter = JsonText.class)
  private String privateEmails = "[]";

  private LocalDate birthday;

  @Column(name = "name_day")
  private String nameDay;

  private String anniversaries;

  private String family;

  private String hobby;

  private String interests;

  @Convert(converter = JsonText.class)
  private String custom = "{}";

  @Column(name = "merged_into")
  private Long mergedInto;

  @Convert(converter = TextArray.class)
  private String formerly = "[]";

  @Column(name = "sort_name")
  private String sortName;

  @Column(name = "search_text")
  private String searchText;

  protected Person() {}

  /**
   * A new person of an organisation.
   *
   * @param data in their normal form
   */
  public Person(PartyId party, PersonData data, Act act) {
    this(party, PartyKind.ORGANISATION, act);
    change(data, act);
  }

  private Person(PartyId party, PartyKind partyKind, Act act) {
    super(act);
    this.partyId = party.value();
    this.partyKind = partyKind;
  }

  /** The one person of a new natural-person party. */
  public static Person ofNaturalPerson(PartyId party, PartyData data, Act act) {
    Person person = new Person(party, PartyKind.NATURAL_PERSON, act);
    person.changeShared(data, act);
    return person;
  }

  /**
   * Takes over new data; a group of private or personal data and custom values that are null stay.
   *
   * @param data in their normal form
   */
  public void change(PersonData data, Act act) {
    firstName = data.firstName();
    lastName = data.lastName();
    sex = data.sex();
    remarks = data.remarks();
    position = data.position();
    department = data.department();
    profession = data.profession();
    education = data.education();
    if (!Objects.equals(data.superiorId(), superior())) {
      chooseSuperior(data.superiorId(), act);
      showSuperior(data.superiorId(), act);
    }
    phones = Json.write(data.phones());
    emails = Json.write(data.emails());
    if (data.privateData() != null) {
      writePrivate(data.privateData());
    }
    if (data.personalData() != null) {
      writePersonal(data.personalData());
    }
    if (data.custom() != null) {
      custom = Json.write(data.custom());
    }
    touch(act);
  }

  /** Takes over what a natural-person party shares with its person. */
  public void changeShared(PartyData data, Act act) {
    firstName = data.person().firstName();
    lastName = data.person().lastName();
    sex = data.person().sex();
    phones = Json.write(data.phones());
    emails = Json.write(data.emails());
    touch(act);
  }

  /** Whether the party's data say something else of what both cards share. */
  public boolean differsFrom(PartyData data) {
    return !names().equals(data.person())
        || !phones().equals(data.phones())
        || !emails().equals(data.emails());
  }

  /** Becomes part of the one person of another natural-person party. */
  public void becomePartOf(PersonId survivor, Act act) {
    mergedInto = survivor.value();
    touch(act);
  }

  /** Is a person of its own again. */
  public void standAlone(Act act) {
    mergedInto = null;
    touch(act);
  }

  /**
   * Is found by these names too.
   *
   * @param names of the persons that became part of this one
   */
  public void takeOver(List<String> names, Act act) {
    formerly = Json.write(names);
    touch(act);
  }

  /** The names of the persons that became part of this one. */
  public List<String> formerly() {
    return Json.list(formerly, String.class);
  }

  /** The person this one became part of; null for a person of its own. */
  public PersonId mergedInto() {
    return mergedInto == null ? null : new PersonId(mergedInto);
  }

  /** Loses its superior, who is removed. */
  public void loseSuperior(Act act) {
    superiorId = null;
    chosenSuperiorId = null;
    touch(act);
  }

  /** Chooses a superior, who may have become part of another; it is shown separately. */
  public void chooseSuperior(PersonId superior, Act act) {
    chosenSuperiorId = superior == null ? null : superior.value();
    if (superior == null) {
      superiorId = null;
    }
    touch(act);
  }

  /** Shows the superior that the chosen one is part of now; null shows none for the time being. */
  public void showSuperior(PersonId superior, Act act) {
    PersonId chosen = chosenSuperior();
    superiorId = superior == null ? null : superior.value();
    chosenSuperiorId = chosen == null || chosen.equals(superior) ? null : chosen.value();
    touch(act);
  }

  /** The superior that somebody chose; null for none. */
  public PersonId chosenSuperior() {
    return chosenSuperiorId == null ? superior() : new PersonId(chosenSuperiorId);
  }

  /**
   * The person as others see it.
   *
   * @param withPrivate whether private contact data may be seen
   * @param withPersonal whether personal data may be seen
   */
  public PersonView toView(String partyName, boolean withPrivate, boolean withPersonal) {
    return new PersonView(
        id(),
        revision(),
        party(),
        partyName,
        firstName,
        lastName,
        sex,
        remarks,
        position,
        department,
        profession,
        education,
        superior(),
        phones(),
        emails(),
        withPrivate ? privateData() : null,
        withPersonal ? personalData() : null,
        custom(),
        createdAt(),
        createdBy(),
        changedAt(),
        changedBy());
  }

  public PersonId id() {
    return new PersonId(id);
  }

  public PartyId party() {
    return new PartyId(partyId);
  }

  public String position() {
    return position;
  }

  public String department() {
    return department;
  }

  public String fullName() {
    return PersonRules.fullName(firstName, lastName);
  }

  /** Last and first name, as lists are sorted. */
  public String sortName() {
    return sortName;
  }

  /** The superior; null when there is none. */
  public PersonId superior() {
    return superiorId == null ? null : new PersonId(superiorId);
  }

  /** Values of custom fields by name. */
  public Map<String, Object> custom() {
    return Json.map(custom);
  }

  /** Whether it is the one person of a natural-person party. */
  public boolean isTheParty() {
    return partyKind == PartyKind.NATURAL_PERSON;
  }

  PartyPerson names() {
    return new PartyPerson(firstName, lastName, sex);
  }

  List<Phone> phones() {
    return Json.list(phones, Phone.class);
  }

  List<Email> emails() {
    return Json.list(emails, Email.class);
  }

  private PrivateData privateData() {
    return new PrivateData(
        Json.value(homeAddress, Address.class),
        Json.list(privatePhones, Phone.class),
        Json.list(privateEmails, Email.class));
  }

  private PersonalData personalData() {
    return new PersonalData(birthday, nameDay, anniversaries, family, hobby, interests);
  }

  private void writePrivate(PrivateData data) {
    homeAddress = data.homeAddress() == null ? null : Json.write(data.homeAddress());
    privatePhones = Json.write(data.phones());
    privateEmails = Json.write(data.emails());
  }

  private void writePersonal(PersonalData data) {
    birthday = data.birthday();
    nameDay = data.nameDay();
    anniversaries = data.anniversaries();
    family = data.family();
    hobby = data.hobby();
    interests = data.interests();
  }

  private void touch(Act act) {
    touched(act);
    sortName = String.join(" ", Stream.of(lastName, firstName).filter(Objects::nonNull).toList());
    List<String> texts = new ArrayList<>();
    texts.add(firstName);
    texts.add(lastName);
    texts.addAll(formerly());
    phones().forEach(phone -> texts.add(phone.value()));
    emails().forEach(email -> texts.add(email.value()));
    searchText = SearchKey.of(texts);
  }
}
