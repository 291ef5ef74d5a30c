package org.kartoteka.core.internal.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.kartoteka.core.api.party.Address;
import org.kartoteka.core.api.party.BankAccount;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.Identifier;
import org.kartoteka.core.api.party.IdentifierTypes;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyKind;
import org.kartoteka.core.api.party.PartyPerson;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.core.internal.domain.SearchKey;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/** One row of an imported table as a party. */
final class PartyRow {

  private static final Map<String, String> ROLES =
      roles(
          "CUSTOMER customer client klient клиент",
          "SUPPLIER supplier vendor dostawca доставчик" + " поставщик",
          "PROSPECT prospect lead",
          "COMPETITOR competitor konkurent конкурент",
          "PARTNER partner партньор партнёр");

  private static final Map<String, PartyKind> KINDS = kinds();
  private static final Pattern SEMICOLON = Pattern.compile(";");
  private static final Pattern BETWEEN_EMAILS = Pattern.compile("[;,\\s]+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[;,|\\n]");

  private final Map<String, String> cells;
  private final Map<String, String> places = new HashMap<>();
  private final List<FieldError> unreadable = new ArrayList<>();

  PartyRow(Map<String, String> cells) {
    this.cells = cells;
  }

  /**
   * The party that the row describes.
   *
   * @throws InvalidInput when a cell cannot be understood at all
   */
  PartyData data() {
    PartyKind kind = kind();
    boolean natural = kind == PartyKind.NATURAL_PERSON;
    PartyData data =
        new PartyData(
            kind,
            natural ? null : cells.get("name"),
            cells.get("shortName"),
            cells.get("number"),
            identifiers(),
            addresses(natural ? "HOME" : "SEAT"),
            phones(natural ? "PRIVATE" : "OFFICE"),
            emails(natural ? "PRIVATE" : "OFFICE"),
            cells.get("web"),
            bankAccounts(),
            number("paymentTermDays"),
            cells.get("documentText"),
            CodeNames.language(cells.get("language")),
            cells.get("currency"),
            number("rating"),
            null,
            list("tags"),
            list("roles").stream().map(PartyRow::role).toList(),
            person(natural),
            null);
    InvalidInput.throwIfAny(unreadable);
    return data;
  }

  /** Whether the text names a kind of party. */
  static boolean isKind(String text) {
    return KINDS.containsKey(SearchKey.fold(text));
  }

  /** The errors with the names of the import's fields. */
  List<FieldError> errors(List<FieldError> errors) {
    return errors.stream()
        .map(
            error ->
                new FieldError(
                    places.getOrDefault(error.field(), error.field()),
                    error.code(),
                    error.key(),
                    error.arguments()))
        .toList();
  }

  /** What the row says it is; who has names of a person and no other is one. */
  private PartyKind kind() {
    String text = cells.get("kind");
    if (text == null) {
      boolean named = cells.containsKey("firstName") || cells.containsKey("lastName");
      return named && !cells.containsKey("name")
          ? PartyKind.NATURAL_PERSON
          : PartyKind.ORGANISATION;
    }
    PartyKind kind = KINDS.get(SearchKey.fold(text));
    if (kind == null) {
      unreadable.add(FieldError.of("kind", "unknownKind", text));
      return PartyKind.ORGANISATION;
    }
    return kind;
  }

  private PartyPerson person(boolean natural) {
    String first = cells.get("firstName");
    String last = cells.get("lastName");
    String sex = Sexes.code(cells.get("sex"));
    places.put("person", first != null ? "firstName" : last != null ? "lastName" : "sex");
    places.put("person.firstName", "firstName");
    places.put("person.lastName", "lastName");
    places.put("person.sex", "sex");
    if (natural && first == null && last == null && cells.containsKey("name")) {
      return person(cells.get("name").strip(), sex);
    }
    return natural || first != null || last != null || sex != null
        ? new PartyPerson(first, last, sex)
        : null;
  }

  /** Names in one cell: "Jan Nowak" or "Nowak, Jan". */
  private static PartyPerson person(String name, String sex) {
    int comma = name.indexOf(',');
    if (comma >= 0) {
      return new PartyPerson(name.substring(comma + 1), name.substring(0, comma), sex);
    }
    int last = name.lastIndexOf(' ');
    return new PartyPerson(name.substring(0, Math.max(last, 0)), name.substring(last + 1), sex);
  }

  private List<Identifier> identifiers() {
    List<Identifier> identifiers = new ArrayList<>();
    for (String type : IdentifierTypes.OFFERED) {
      if (cells.containsKey(type)) {
        places.put("identifiers[" + identifiers.size() + "].value", type);
        identifiers.add(new Identifier(type, cells.get(type)));
      }
    }
    return identifiers;
  }

  private List<Address> addresses(String kind) {
    for (String part : List.of("street", "postalCode", "city", "region", "country")) {
      places.put("addresses[0]." + part, part);
    }
    return List.of(
        new Address(
            kind,
            line("street"),
            line("postalCode"),
            line("city"),
            line("region"),
            CodeNames.country(cells.get("country"))));
  }

  private List<Phone> phones(String usual) {
    List<Phone> phones = new ArrayList<>();
    Map<String, String> kinds = Map.of("phone", usual, "mobile", "MOBILE", "fax", "FAX");
    for (String field : List.of("phone", "mobile", "fax")) {
      for (String value : parts(field, SEMICOLON)) {
        places.put("phones[" + phones.size() + "].value", field);
        phones.add(new Phone(kinds.get(field), value));
      }
    }
    return phones;
  }

  private List<Email> emails(String kind) {
    List<Email> emails = new ArrayList<>();
    for (String value : parts("email", BETWEEN_EMAILS)) {
      places.put("emails[" + emails.size() + "].value", "email");
      emails.add(new Email(kind, value));
    }
    return emails;
  }

  private List<BankAccount> bankAccounts() {
    places.put("bankAccounts[0].iban", "iban");
    return cells.containsKey("iban")
        ? List.of(new BankAccount(cells.get("iban"), null, null, null))
        : List.of();
  }

  private Integer number(String field) {
    String cell = cells.get(field);
    if (cell == null) {
      return null;
    }
    try {
      return Integer.valueOf(cell.strip());
    } catch (NumberFormatException words) {
      unreadable.add(FieldError.of(field, "number"));
      return null;
    }
  }

  private List<String> list(String field) {
    List<String> list = parts(field, BETWEEN_WORDS);
    for (int i = 0; i < list.size(); i++) {
      places.put(field + "[" + i + "]", field);
    }
    return list;
  }

  private List<String> parts(String field, Pattern separator) {
    String cell = cells.get(field);
    return cell == null
        ? List.of()
        : separator.splitAsStream(cell).map(String::strip).filter(part -> !part.isEmpty()).toList();
  }

  private String line(String field) {
    String cell = cells.get(field);
    return cell == null ? null : cell.replace('\n', ' ');
  }

  private static Map<String, PartyKind> kinds() {
    Map<String, PartyKind> kinds = new HashMap<>();
    kinds(
        kinds,
        PartyKind.ORGANISATION,
        "ORGANISATION;organization;company;firm;business;legal person;legal entity;o",
        "organizacja;firma;spółka;osoba prawna",
        "организация;фирма;дружество;юридическо лице;юл",
        "компания;юридическое лицо;юрлицо");
    kinds(
        kinds,
        PartyKind.NATURAL_PERSON,
        "NATURAL_PERSON;natural person;person;individual;private person;consumer;p",
        "osoba fizyczna;osoba;osoba prywatna;konsument",
        "физическо лице;лице;фл;гражданин;потребител",
        "физическое лицо;физлицо;частное лицо;человек");
    return Map.copyOf(kinds);
  }

  private static void kinds(Map<String, PartyKind> kinds, PartyKind kind, String... lines) {
    for (String line : lines) {
      for (String words : line.split(";")) {
        kinds.put(SearchKey.fold(words), kind);
      }
    }
  }

  private static String role(String text) {
    return ROLES.getOrDefault(SearchKey.fold(text), text.toUpperCase(Locale.ROOT));
  }

  private static Map<String, String> roles(String... lines) {
    Map<String, String> roles = new HashMap<>();
    for (String line : lines) {
      String[] words = line.split(" ");
      for (int i = 1; i < words.length; i++) {
        roles.put(SearchKey.fold(words[i]), words[0]);
      }
    }
    return Map.copyOf(roles);
  }
}
