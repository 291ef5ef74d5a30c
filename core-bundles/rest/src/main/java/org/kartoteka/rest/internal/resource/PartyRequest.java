package org.kartoteka.rest.internal.resource;

import java.util.List;
import java.util.Map;
import org.kartoteka.core.api.party.Address;
import org.kartoteka.core.api.party.BankAccount;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.Identifier;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyKind;
import org.kartoteka.core.api.party.PartyPerson;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.platform.api.security.UserId;

/**
 * A party as a client sends it: its data and, if it should not be potential, its status.
 *
 * @param statusReason why; required to bar
 */
public record PartyRequest(
    PartyKind kind,
    String name,
    String shortName,
    String number,
    PartyStatus status,
    String statusReason,
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

  PartyData data() {
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
