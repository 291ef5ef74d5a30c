package org.kartoteka.core.api.party;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.kartoteka.platform.api.http.Versioned;
import org.kartoteka.platform.api.security.UserId;

/** A party with all its data; see {@link PartyData} for the meaning of the fields. */
public record PartyView(
    PartyId id,
    long revision,
    PartyKind kind,
    String name,
    String shortName,
    String number,
    PartyStatus status,
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
    Map<String, Object> custom,
    Instant createdAt,
    String createdBy,
    Instant changedAt,
    String changedBy)
    implements Versioned {

  public PartyView {
    identifiers = identifiers == null ? List.of() : List.copyOf(identifiers);
    addresses = addresses == null ? List.of() : List.copyOf(addresses);
    phones = phones == null ? List.of() : List.copyOf(phones);
    emails = emails == null ? List.of() : List.copyOf(emails);
    bankAccounts = bankAccounts == null ? List.of() : List.copyOf(bankAccounts);
    tags = tags == null ? List.of() : List.copyOf(tags);
    roles = roles == null ? List.of() : List.copyOf(roles);
    custom = custom == null ? Map.of() : custom;
  }

  /** What people can change of it. */
  public PartyData data() {
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
