package org.kartoteka.core.api.party;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kartoteka.platform.api.security.UserId;

/**
 * All that people can say of a party; what a request to register or change it carries. Null lists
 * are empty ones.
 *
 * @param kind cannot be changed later
 * @param name required for an organisation; of a natural person it follows from {@code person}
 * @param number the company's own number of the party; unique; given by the register when null
 * @param paymentTermDays preferred payment term in days, 0 to 365 (TON-9)
 * @param documentText preferred text on documents (TON-9)
 * @param language ISO 639-1
 * @param currency ISO 4217
 * @param rating the company's rating of the party, 1 to 5 (ALF-2)
 * @param ownerId the user who looks after the party
 * @param roles such as CUSTOMER, SUPPLIER, PROSPECT, COMPETITOR, PARTNER (TEN-4)
 * @param person required for a natural person, null otherwise
 * @param custom values of custom fields by name
 */
public record PartyData(
    PartyKind kind,
    String name,
    String shortName,
    String number,
    List<Identifier> identifiers,
    List<Address> addresses,
    List<Phone> phones,
    List<Email> emails,
    String web,
    List<BankAccount> bankAccounts,
    Integer paymentTermDays,
    String documentText,
    String language,
    String currency,
    Integer rating,
    UserId ownerId,
    List<String> tags,
    List<String> roles,
    PartyPerson person,
    Map<String, Object> custom) {

  public PartyData {
    identifiers = identifiers == null ? List.of() : List.copyOf(identifiers);
    addresses = addresses == null ? List.of() : List.copyOf(addresses);
    phones = phones == null ? List.of() : List.copyOf(phones);
    emails = emails == null ? List.of() : List.copyOf(emails);
    bankAccounts = bankAccounts == null ? List.of() : List.copyOf(bankAccounts);
    tags = tags == null ? List.of() : List.copyOf(tags);
    roles = roles == null ? List.of() : List.copyOf(roles);
    custom = custom == null ? Map.of() : custom;
  }

  /** An organisation of which only the name is known. */
  public static PartyData organisation(String name) {
    return known(PartyKind.ORGANISATION, name, null);
  }

  /** A natural person of whom only the names are known. */
  public static PartyData naturalPerson(String firstName, String lastName) {
    return known(PartyKind.NATURAL_PERSON, null, new PartyPerson(firstName, lastName, null));
  }

  private static PartyData known(PartyKind kind, String name, PartyPerson person) {
    return new PartyData(
        kind, name, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null, null, person, null);
  }

  /** The same with another value of a custom field; null is none. */
  public PartyData customised(String field, Object value) {
    Map<String, Object> values = new HashMap<>(custom);
    values.put(field, value);
    values.values().removeIf(Objects::isNull);
    return toBuilder().custom(values).build();
  }

  /** The same with another owner, who may be null. */
  public PartyData ownedBy(UserId owner) {
    return Objects.equals(owner, ownerId) ? this : toBuilder().ownerId(owner).build();
  }

  /** The same, to be said otherwise in places. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** What is said of a party, one thing after the other; a builder is used by one thread. */
  public static final class Builder {

    private final PartyKind kind;
    private String name;
    private String shortName;
    private String number;
    private List<Identifier> identifiers;
    private List<Address> addresses;
    private List<Phone> phones;
    private List<Email> emails;
    private String web;
    private List<BankAccount> bankAccounts;
    private Integer paymentTermDays;
    private String documentText;
    private String language;
    private String currency;
    private Integer rating;
    private UserId ownerId;
    private List<String> tags;
    private List<String> roles;
    private PartyPerson person;
    private Map<String, Object> custom;

    private Builder(PartyData data) {
      kind = data.kind();
      name = data.name();
      shortName = data.shortName();
      number = data.number();
      identifiers = data.identifiers();
      addresses = data.addresses();
      phones = data.phones();
      emails = data.emails();
      web = data.web();
      bankAccounts = data.bankAccounts();
      paymentTermDays = data.paymentTermDays();
      documentText = data.documentText();
      language = data.language();
      currency = data.currency();
      rating = data.rating();
      ownerId = data.ownerId();
      tags = data.tags();
      roles = data.roles();
      person = data.person();
      custom = data.custom();
    }

    public Builder name(String value) {
      name = value;
      return this;
    }

    public Builder shortName(String value) {
      shortName = value;
      return this;
    }

    public Builder number(String value) {
      number = value;
      return this;
    }

    public Builder identifiers(List<Identifier> value) {
      identifiers = value;
      return this;
    }

    public Builder addresses(List<Address> value) {
      addresses = value;
      return this;
    }

    public Builder phones(List<Phone> value) {
      phones = value;
      return this;
    }

    public Builder emails(List<Email> value) {
      emails = value;
      return this;
    }

    public Builder web(String value) {
      web = value;
      return this;
    }

    public Builder bankAccounts(List<BankAccount> value) {
      bankAccounts = value;
      return this;
    }

    public Builder paymentTermDays(Integer value) {
      paymentTermDays = value;
      return this;
    }

    public Builder documentText(String value) {
      documentText = value;
      return this;
    }

    public Builder language(String value) {
      language = value;
      return this;
    }

    public Builder currency(String value) {
      currency = value;
      return this;
    }

    public Builder rating(Integer value) {
      rating = value;
      return this;
    }

    public Builder ownerId(UserId value) {
      ownerId = value;
      return this;
    }

    public Builder tags(List<String> value) {
      tags = value;
      return this;
    }

    public Builder roles(List<String> value) {
      roles = value;
      return this;
    }

    public Builder person(PartyPerson value) {
      person = value;
      return this;
    }

    public Builder custom(Map<String, Object> value) {
      custom = value;
      return this;
    }

    public PartyData build() {
      return new PartyData(
          kind,
          name,
          shortName,
          number,
          identifiers,
          addresses,
          phones,
          emails,
          web,
          bankAccounts,
          paymentTermDays,
          documentText,
          language,
          currency,
          rating,
          ownerId,
          tags,
          roles,
          person,
          custom);
    }
  }
}
