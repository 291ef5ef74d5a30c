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
    return new PartyData(
        PartyKind.ORGANISATION,
        name,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** A natural person of whom only the names are known. */
  public static PartyData naturalPerson(String firstName, String lastName) {
    return new PartyData(
        PartyKind.NATURAL_PERSON,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        new PartyPerson(firstName, lastName, null),
        null);
  }

  /** The same with another value of a custom field; null is none. */
  public PartyData customised(String field, Object value) {
    Map<String, Object> values = new HashMap<>(custom);
    values.put(field, value);
    values.values().removeIf(Objects::isNull);
    return with(ownerId, values);
  }

  /** The same with another owner, who may be null. */
  public PartyData ownedBy(UserId owner) {
    return Objects.equals(owner, ownerId) ? this : with(owner, custom);
  }

  private PartyData with(UserId owner, Map<String, Object> values) {
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
        owner,
        tags,
        roles,
        person,
        values);
  }
}
