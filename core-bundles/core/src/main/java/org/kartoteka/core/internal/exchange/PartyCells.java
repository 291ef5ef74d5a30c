package org.kartoteka.core.internal.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kartoteka.core.api.party.Address;
import org.kartoteka.core.api.party.BankAccount;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.Identifier;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyKind;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.platform.api.security.UserId;

/**
 * The fields of a party as texts, such that {@link PartyRow} makes the same party of them again.
 */
final class PartyCells {

  private final Map<String, String> cells = new LinkedHashMap<>();
  private final PartyData data;
  private final boolean natural;

  private PartyCells(PartyData data) {
    this.data = data;
    this.natural = data.kind() == PartyKind.NATURAL_PERSON;
  }

  /**
   * The texts by field, without blank ones.
   *
   * @param users the sign-in names of users
   */
  static Map<String, String> of(PartyData data, Function<UserId, String> users) {
    PartyCells cells = new PartyCells(data);
    cells.names();
    cells.identifiers();
    cells.addresses();
    cells.contacts();
    cells.accounts();
    cells.put("language", data.language());
    cells.put("currency", data.currency());
    cells.put("rating", data.rating());
    cells.put("paymentTermDays", data.paymentTermDays());
    cells.put("documentText", data.documentText());
    cells.put("tags", Packed.join(data.tags()));
    cells.put("roles", Packed.join(data.roles()));
    CustomColumns.into(cells.cells, data.custom());
    cells.put("owner", data.ownerId() == null ? null : users.apply(data.ownerId()));
    return cells.cells;
  }

  /** The kind of phones and e-mails that the plain fields mean. */
  static String usualKind(boolean natural) {
    return natural ? "PRIVATE" : "OFFICE";
  }

  /** The kind of a further phone or e-mail that names none. */
  static String otherKind(String usual) {
    return "PRIVATE".equals(usual) ? "OFFICE" : "PRIVATE";
  }

  private void names() {
    put("kind", data.kind());
    put("name", data.name());
    if (natural) {
      put("firstName", data.person().firstName());
      put("lastName", data.person().lastName());
      put("sex", data.person().sex());
    }
    put("shortName", data.shortName());
    put("number", data.number());
  }

  private void identifiers() {
    for (String type : PartyFields.IDENTIFIERS) {
      put(type, values(data.identifiers(), one -> one.type().equals(type), Identifier::value));
    }
    put(
        "otherIdentifiers",
        Packed.joinParts(
            data.identifiers().stream()
                .filter(one -> !PartyFields.IDENTIFIERS.contains(one.type()))
                .map(one -> Packed.parts(one.type(), one.value()))
                .toList()));
  }

  private void addresses() {
    if (data.addresses().isEmpty()) {
      return;
    }
    Address first = data.addresses().get(0);
    put("addressKind", first.kind());
    put("street", first.street());
    put("postalCode", first.postalCode());
    put("city", first.city());
    put("region", first.region());
    put("country", first.country());
    put(
        "otherAddresses",
        Packed.joinParts(
            data.addresses().stream()
                .skip(1)
                .map(
                    one ->
                        Packed.parts(
                            one.kind(),
                            one.street(),
                            one.postalCode(),
                            one.city(),
                            one.region(),
                            one.country()))
                .toList()));
  }

  private void contacts() {
    String usual = usualKind(natural);
    Set<String> plain = Set.of(usual, "MOBILE", "FAX");
    put("phone", values(data.phones(), one -> usual.equals(one.kind()), Phone::value));
    put("mobile", values(data.phones(), one -> "MOBILE".equals(one.kind()), Phone::value));
    put("fax", values(data.phones(), one -> "FAX".equals(one.kind()), Phone::value));
    put(
        "otherPhones",
        Packed.joinParts(
            data.phones().stream()
                .filter(one -> one.kind() == null || !plain.contains(one.kind()))
                .map(one -> Packed.parts(one.kind(), one.value()))
                .toList()));
    put("email", values(data.emails(), one -> usual.equals(one.kind()), Email::value));
    put(
        "otherEmails",
        Packed.joinParts(
            data.emails().stream()
                .filter(one -> !usual.equals(one.kind()))
                .map(one -> Packed.parts(one.kind(), one.value()))
                .toList()));
    put("web", data.web());
  }

  private void accounts() {
    if (data.bankAccounts().isEmpty()) {
      return;
    }
    BankAccount first = data.bankAccounts().get(0);
    put("iban", first.iban());
    put("bic", first.bic());
    put("bank", first.bank());
    put("accountCurrency", first.currency());
    put(
        "otherAccounts",
        Packed.joinParts(
            data.bankAccounts().stream()
                .skip(1)
                .map(one -> Packed.parts(one.iban(), one.bic(), one.bank(), one.currency()))
                .toList()));
  }

  private static <T> String values(List<T> all, Predicate<T> wanted, Function<T, String> value) {
    return Packed.join(all.stream().filter(wanted).map(value).collect(Collectors.toList()));
  }

  private void put(String field, Object value) {
    if (value != null && !value.toString().isEmpty()) {
      cells.put(field, value.toString());
    }
  }
}
