package org.kartoteka.core.internal.domain;

import java.util.ArrayList;
import java.util.List;
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
import org.kartoteka.core.api.party.BankAccount;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.Identifier;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyKind;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.persistence.Kept;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.security.UserId;

/**
 * A card of the register. Of a natural person the names, phones and e-mails are kept by its one
 * {@link Person} alone (TEN-7); the card holds only what lists and search need of them.
 */
@Entity
@Table(name = "party", schema = "core")
public class Party extends Kept {

  @Id
  @SequenceGenerator(
      name = "party",
      schema = "core",
      sequenceName = "party_seq",
      allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "party")
  private Long id;

  @Enumerated(EnumType.STRING)
  private PartyKind kind;

  private String name;

  @Column(name = "short_name")
  private String shortName;

  private String number;

  @Enumerated(EnumType.STRING)
  private PartyStatus status;

  @Convert(converter = JsonText.class)
  private String identifiers;

  @Convert(converter = JsonText.class)
  private String addresses;

  @Convert(converter = JsonText.class)
  private String phones;

  @Convert(converter = JsonText.class)
  private String emails;

  private String web;

  @Column(name = "bank_accounts")
  @Convert(converter = JsonText.class)
  private String bankAccounts;

  @Column(name = "payment_term_days")
  private Integer paymentTermDays;

  @Column(name = "document_text")
  private String documentText;

  private String language;

  private String currency;

  private Integer rating;

  @Column(name = "owner_id")
  private Long ownerId;

  @Convert(converter = TextArray.class)
  private String tags;

  @Convert(converter = TextArray.class)
  private String roles;

  @Convert(converter = JsonText.class)
  private String custom;

  @Column(name = "merged_into")
  private Long mergedInto;

  @Convert(converter = TextArray.class)
  private String formerly = "[]";

  @Column(name = "identifier")
  private String firstIdentifier;

  @Column(name = "city")
  private String firstCity;

  @Column(name = "country")
  private String firstCountry;

  @Column(name = "phone")
  private String firstPhone;

  @Column(name = "email")
  private String firstEmail;

  @Column(name = "search_text")
  private String searchText;

  protected Party() {}

  /**
   * A new card, potential at first.
   *
   * @param data in their normal form
   * @param number the company's own number of the party, free
   */
  public Party(PartyData data, String number, Act act) {
    super(act);
    this.kind = data.kind();
    this.status = PartyStatus.POTENTIAL;
    this.number = number;
    write(data, act);
  }

  /**
   * Takes over new data. A number that is left out stays.
   *
   * @param data in their normal form
   */
  public void change(PartyData data, Act act) {
    if (data.kind() != kind) {
      throw new InvalidInput(FieldError.of("kind", "fixed"));
    }
    if (data.number() != null) {
      number = data.number();
    }
    write(data, act);
  }

  /**
   * Changes what one may do with the party.
   *
   * @param reason required to bar
   */
  public void changeStatus(PartyStatus next, String reason, Act act) {
    boolean bars = next == PartyStatus.BARRED || next == PartyStatus.TEMPORARILY_BARRED;
    if (bars && next != status && reason == null) {
      throw new InvalidInput(FieldError.of("reason", "required"));
    }
    status = next;
    touched(act);
  }

  /** Becomes part of another party; nobody sees this card until it stands alone again. */
  public void becomePartOf(PartyId survivor, Act act) {
    mergedInto = survivor.value();
    touched(act);
  }

  /** Is a party of its own again. */
  public void standAlone(Act act) {
    mergedInto = null;
    touched(act);
  }

  /**
   * Is found by these texts too.
   *
   * @param texts names, numbers and identifiers of the parties that became part of this one
   */
  public void takeOver(List<String> texts, Person person, Act act) {
    formerly = Json.write(texts);
    PartyView view = toView(person);
    index(view.phones(), view.emails());
    touched(act);
  }

  /** The party this one became part of; null for a party of its own. */
  public PartyId mergedInto() {
    return mergedInto == null ? null : new PartyId(mergedInto);
  }

  /** Takes what lists and search need from the person of a natural-person party (TEN-7). */
  public void follow(Person person, Act act) {
    name = person.fullName();
    index(person.phones(), person.emails());
    touched(act);
  }

  /**
   * The card as others see it.
   *
   * @param person the one person of a natural person; null for an organisation
   */
  public PartyView toView(Person person) {
    return new PartyView(
        id(),
        revision(),
        kind,
        name,
        shortName,
        number,
        status,
        Json.list(identifiers, Identifier.class),
        Json.list(addresses, Address.class),
        person == null ? Json.list(phones, Phone.class) : person.phones(),
        person == null ? Json.list(emails, Email.class) : person.emails(),
        web,
        Json.list(bankAccounts, BankAccount.class),
        paymentTermDays,
        documentText,
        language,
        currency,
        rating,
        ownerId == null ? null : new UserId(ownerId),
        Json.list(tags, String.class),
        Json.list(roles, String.class),
        person == null ? null : person.names(),
        Json.map(custom),
        createdAt(),
        createdBy(),
        changedAt(),
        changedBy());
  }

  public PartyId id() {
    return new PartyId(id);
  }

  public PartyKind kind() {
    return kind;
  }

  public PartyStatus status() {
    return status;
  }

  public String name() {
    return name;
  }

  public String number() {
    return number;
  }

  /** Whether it has exactly one person, which shares its names, phones and e-mails. */
  public boolean isNaturalPerson() {
    return kind == PartyKind.NATURAL_PERSON;
  }

  /** The country of its first address; null when there is none. */
  public String country() {
    return firstCountry;
  }

  private void write(PartyData data, Act act) {
    boolean organisation = kind == PartyKind.ORGANISATION;
    name = data.name();
    shortName = data.shortName();
    identifiers = Json.write(data.identifiers());
    addresses = Json.write(data.addresses());
    phones = organisation ? Json.write(data.phones()) : "[]";
    emails = organisation ? Json.write(data.emails()) : "[]";
    web = data.web();
    bankAccounts = Json.write(data.bankAccounts());
    paymentTermDays = data.paymentTermDays();
    documentText = data.documentText();
    language = data.language();
    currency = data.currency();
    rating = data.rating();
    ownerId = data.ownerId() == null ? null : data.ownerId().value();
    tags = Json.write(data.tags());
    roles = Json.write(data.roles());
    custom = Json.write(data.custom());
    firstIdentifier = data.identifiers().isEmpty() ? null : data.identifiers().get(0).value();
    firstCity = first(data.addresses().stream().map(Address::city).toList());
    firstCountry = first(data.addresses().stream().map(Address::country).toList());
    index(data.phones(), data.emails());
    touched(act);
  }

  private void index(List<Phone> allPhones, List<Email> allEmails) {
    firstPhone = allPhones.isEmpty() ? null : allPhones.get(0).value();
    firstEmail = allEmails.isEmpty() ? null : allEmails.get(0).value();
    List<String> texts = new ArrayList<>(List.of(name, number));
    texts.add(shortName);
    texts.addAll(Json.list(formerly, String.class));
    Json.list(identifiers, Identifier.class).forEach(one -> texts.add(one.value()));
    allPhones.forEach(phone -> texts.add(phone.value()));
    allEmails.forEach(email -> texts.add(email.value()));
    searchText = SearchKey.of(texts);
  }

  private static String first(List<String> values) {
    return values.stream().filter(value -> value != null).findFirst().orElse(null);
  }
}
