package org.kartoteka.core.internal.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.kartoteka.core.api.party.Address;
import org.kartoteka.core.api.party.BankAccount;
import org.kartoteka.core.api.party.Identifier;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyKind;
import org.kartoteka.core.api.party.PartyPerson;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.InvalidInput;

/** What may be said of a party. */
public final class PartyRules {

  private static final String WORD = "[A-Z][A-Z0-9_]*";

  private final Findings findings = new Findings();
  private final ContactRules contacts = new ContactRules(findings);
  private final PartyData given;
  private final Supplier<String> defaultCountry;
  private final BiFunction<Map<String, Object>, Findings, Map<String, Object>> custom;

  private PartyRules(
      PartyData given,
      Supplier<String> defaultCountry,
      BiFunction<Map<String, Object>, Findings, Map<String, Object>> custom) {
    this.given = given;
    this.defaultCountry = defaultCountry;
    this.custom = custom;
  }

  /**
   * The data in their normal form.
   *
   * @param defaultCountry the country of phone numbers when the party has no address
   * @param custom brings the values of custom fields into their form, and notes what is wrong
   * @throws InvalidInput with all errors
   */
  public static PartyData normal(
      PartyData given,
      Supplier<String> defaultCountry,
      BiFunction<Map<String, Object>, Findings, Map<String, Object>> custom) {
    return new PartyRules(given, defaultCountry, custom).normal();
  }

  private PartyData normal() {
    boolean natural = given.kind() == PartyKind.NATURAL_PERSON;
    PartyPerson person = person(natural);
    List<Address> addresses = contacts.addresses("addresses", given.addresses());
    PartyData normal =
        new PartyData(
            kind(),
            natural ? fullName(person) : findings.requiredLine("name", given.name(), Limits.NAME),
            findings.line("shortName", given.shortName(), 100),
            findings.line("number", given.number(), 50),
            identifiers(),
            addresses,
            contacts.phones("phones", given.phones(), phoneRegion(addresses)),
            contacts.emails("emails", given.emails()),
            web(),
            bankAccounts(),
            findings.range("paymentTermDays", given.paymentTermDays(), 0, 365),
            findings.text("documentText", given.documentText(), 2000),
            Codes.language("language", findings.line("language", given.language(), 40), findings),
            Codes.currency("currency", findings.line("currency", given.currency(), 40), findings),
            findings.range("rating", given.rating(), 1, 5),
            given.ownerId(),
            tags(),
            roles(),
            person,
            custom.apply(given.custom(), findings));
    findings.throwIfAny();
    return normal;
  }

  private PartyKind kind() {
    if (given.kind() == null) {
      findings.add("kind", "required");
    }
    return given.kind();
  }

  private PartyPerson person(boolean natural) {
    if (!natural) {
      if (given.person() != null && given.kind() != null) {
        findings.add("person", "notAllowed");
      }
      return null;
    }
    if (given.person() == null) {
      findings.add("person", "required");
      return null;
    }
    return PersonRules.names("person.", given.person(), findings);
  }

  private static String fullName(PartyPerson person) {
    return person == null ? null : PersonRules.fullName(person.firstName(), person.lastName());
  }

  private List<Identifier> identifiers() {
    List<Identifier> checked = new ArrayList<>();
    List<Identifier> list = findings.atMost("identifiers", given.identifiers(), ContactRules.MOST);
    for (int i = 0; i < list.size(); i++) {
      String place = "identifiers[" + i + "]";
      String type = findings.requiredLine(place + ".type", list.get(i).type(), 30);
      String value = findings.requiredLine(place + ".value", list.get(i).value(), 100);
      if (type == null || value == null) {
        continue;
      }
      type = type.toUpperCase(Locale.ROOT);
      if (!type.matches(WORD)) {
        findings.add(place + ".type", "identifierType");
        continue;
      }
      Identifier identifier = new Identifier(type, checkedNumber(place, type, value));
      if (checked.contains(identifier)) {
        findings.add(place + ".value", "duplicate");
      }
      checked.add(identifier);
    }
    return checked;
  }

  private String checkedNumber(String place, String type, String value) {
    IdentifierType known = IdentifierType.named(type).orElse(null);
    if (known == null) {
      return value;
    }
    String normal = known.normal(value);
    known.check(place + ".value", normal, findings);
    return normal;
  }

  private String phoneRegion(List<Address> addresses) {
    if (given.phones().isEmpty()) {
      return null;
    }
    return addresses.stream()
        .map(Address::country)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(defaultCountry);
  }

  private String web() {
    String web = findings.line("web", given.web(), 300);
    if (web != null && !NetAddress.isWeb(web)) {
      findings.add("web", "web");
    }
    return web;
  }

  private List<BankAccount> bankAccounts() {
    List<BankAccount> checked = new ArrayList<>();
    List<BankAccount> list =
        findings.atMost("bankAccounts", given.bankAccounts(), ContactRules.MOST);
    for (int i = 0; i < list.size(); i++) {
      String place = "bankAccounts[" + i + "]";
      BankAccount account = list.get(i);
      String iban = findings.requiredLine(place + ".iban", account.iban(), 60);
      if (iban != null) {
        iban = BankAccountNumber.normalIban(iban);
        if (!BankAccountNumber.isIban(iban)) {
          findings.add(place + ".iban", "iban");
        }
      }
      String bic = findings.line(place + ".bic", account.bic(), 20);
      if (bic != null) {
        bic = BankAccountNumber.normalBic(bic);
        if (!BankAccountNumber.isBic(bic)) {
          findings.add(place + ".bic", "bic");
        }
      }
      String currency = findings.line(place + ".currency", account.currency(), 40);
      checked.add(
          new BankAccount(
              iban,
              bic,
              findings.line(place + ".bank", account.bank(), 100),
              Codes.currency(place + ".currency", currency, findings)));
    }
    return checked;
  }

  private List<String> tags() {
    Map<String, String> tags = new LinkedHashMap<>();
    List<String> list = findings.atMost("tags", given.tags(), ContactRules.MOST);
    for (int i = 0; i < list.size(); i++) {
      String tag = findings.line("tags[" + i + "]", list.get(i), 50);
      if (tag != null) {
        tags.putIfAbsent(tag.toLowerCase(Locale.ROOT), tag);
      }
    }
    return List.copyOf(new TreeMap<>(tags).values());
  }

  private List<String> roles() {
    Set<String> roles = new LinkedHashSet<>();
    List<String> list = findings.atMost("roles", given.roles(), ContactRules.MOST);
    for (int i = 0; i < list.size(); i++) {
      String role = findings.line("roles[" + i + "]", list.get(i), 50);
      if (role != null) {
        String name = role.toUpperCase(Locale.ROOT);
        if (!name.matches(WORD)) {
          findings.add("roles[" + i + "]", "unknownRole");
        }
        roles.add(name);
      }
    }
    return List.copyOf(roles);
  }
}
