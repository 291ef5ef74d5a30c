package org.kartoteka.core.internal.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.kartoteka.core.api.party.Address;
import org.kartoteka.core.api.party.Identifier;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.internal.domain.IdentifierType;
import org.kartoteka.core.internal.domain.PhoneNumbers;
import org.kartoteka.core.internal.party.PartyFinder;
import org.kartoteka.core.internal.party.PartyFinder.Place;
import org.kartoteka.platform.api.record.RecordRef;

/**
 * What tells parties apart, by the chosen rules: a key of a row is looked for in the register, all
 * keys of a batch at once.
 */
final class PartyMatchKeys {

  /** The rules in the order in which they are offered. */
  static final List<String> RULES =
      List.of("recordId", "number", "identifiers", "email", "phone", "nameCity");

  private final List<String> rules;
  private final Supplier<String> country;
  private final Map<Object, List<RecordRef>> found = new HashMap<>();

  PartyMatchKeys(List<String> rules, Supplier<String> country) {
    this.rules = rules;
    this.country = country;
  }

  /** A first e-mail or phone. */
  private record Contact(String rule, String value) {}

  /** The keys of a row in the order of the rules. */
  List<Object> of(Map<String, String> cells) {
    List<Object> keys = new ArrayList<>();
    for (String rule : rules) {
      switch (rule) {
        case "recordId" -> id(cells.get("recordId"), keys);
        case "number" -> number(cell(cells, "number"), keys);
        case "identifiers" -> identifiers(cells, keys);
        case "email" ->
            Packed.split(cells.get("email"), ";, \n").stream()
                .findFirst()
                .ifPresent(one -> keys.add(email(one)));
        case "phone" -> {
          String region = CodeNames.country(cell(cells, "country"));
          Packed.split(cell(cells, "phone") == null ? cells.get("mobile") : cells.get("phone"), ";")
              .stream()
              .findFirst()
              .ifPresent(one -> keys.add(phone(one, region)));
        }
        default -> place(name(cells), cell(cells, "city"), keys);
      }
    }
    return keys;
  }

  /** The keys of a new party, for rows further down. */
  List<Object> of(PartyData party) {
    List<Object> keys = new ArrayList<>();
    for (String rule : rules) {
      switch (rule) {
        case "recordId" -> {}
        case "number" -> number(party.number(), keys);
        case "identifiers" ->
            party.identifiers().stream().filter(PartyMatchKeys::tells).forEach(keys::add);
        case "email" ->
            party.emails().stream().findFirst().ifPresent(one -> keys.add(email(one.value())));
        case "phone" ->
            party.phones().stream()
                .findFirst()
                .ifPresent(one -> keys.add(new Contact("phone", one.value())));
        default ->
            place(
                party.name(),
                party.addresses().stream()
                    .map(Address::city)
                    .filter(city -> city != null)
                    .findFirst()
                    .orElse(null),
                keys);
      }
    }
    return keys;
  }

  /** Looks for the keys of a batch. */
  void find(List<List<Object>> batch, PartyFinder finder) {
    Map<Class<?>, List<Object>> kinds = new LinkedHashMap<>();
    batch.forEach(
        keys ->
            keys.forEach(
                key -> kinds.computeIfAbsent(key.getClass(), any -> new ArrayList<>()).add(key)));
    finder.byId(of(kinds, PartyId.class)).forEach((id, party) -> found.put(id, List.of(party)));
    finder
        .byNumber(of(kinds, String.class).stream().map(key -> key.substring(1)).toList())
        .forEach((key, party) -> found.put(key, List.of(party)));
    finder
        .byIdentifier(of(kinds, Identifier.class))
        .forEach((key, party) -> found.put(key, List.of(party)));
    List<Contact> contacts = of(kinds, Contact.class);
    finder
        .byEmail(values(contacts, "email"))
        .forEach((value, parties) -> found.put(new Contact("email", value), parties));
    finder
        .byPhone(values(contacts, "phone"))
        .forEach((value, parties) -> found.put(new Contact("phone", value), parties));
    found.putAll(finder.byPlace(of(kinds, Place.class)));
  }

  /** The parties that have a key; empty when there is none. */
  List<RecordRef> parties(Object key) {
    return found.getOrDefault(key, List.of());
  }

  private static List<String> values(List<Contact> contacts, String rule) {
    return contacts.stream().filter(one -> one.rule().equals(rule)).map(Contact::value).toList();
  }

  private static <K> List<K> of(Map<Class<?>, List<Object>> kinds, Class<K> kind) {
    return kinds.getOrDefault(kind, List.of()).stream().map(kind::cast).toList();
  }

  private static void id(String text, List<Object> keys) {
    if (text != null && text.strip().matches("\\d{1,18}")) {
      keys.add(new PartyId(Long.parseLong(text.strip())));
    }
  }

  private static void number(String number, List<Object> keys) {
    if (number != null) {
      keys.add(PartyFinder.numberKey(number.strip()));
    }
  }

  private static void identifiers(Map<String, String> cells, List<Object> keys) {
    for (String type : PartyFields.IDENTIFIERS) {
      IdentifierType known = IdentifierType.named(type).orElse(null);
      if (known != null && cells.get(type) != null) {
        Packed.split(cells.get(type), ";").stream()
            .map(value -> new Identifier(type, known.normal(value)))
            .filter(PartyMatchKeys::tells)
            .forEach(keys::add);
      }
    }
  }

  /** Whether nobody else can have it. */
  private static boolean tells(Identifier identifier) {
    return IdentifierType.named(identifier.type()).isPresent()
        && !identifier.type().equals(IdentifierType.RU_KPP.name());
  }

  private static Contact email(String value) {
    return new Contact("email", value.toLowerCase(Locale.ROOT));
  }

  private Contact phone(String value, String region) {
    return new Contact(
        "phone", PhoneNumbers.normal(value, region == null ? country.get() : region));
  }

  private static void place(String name, String city, List<Object> keys) {
    if (name != null) {
      keys.add(Place.of(name, city));
    }
  }

  private static String name(Map<String, String> cells) {
    String name = cell(cells, "name");
    if (name != null) {
      return name;
    }
    String first = cell(cells, "firstName");
    String last = cell(cells, "lastName");
    return first == null ? last : last == null ? first : first.strip() + " " + last.strip();
  }

  private static String cell(Map<String, String> cells, String field) {
    String cell = cells.get(field);
    return cell == null || cell.isBlank() ? null : cell;
  }
}
