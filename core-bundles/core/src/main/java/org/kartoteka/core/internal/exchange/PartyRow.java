package org.kartoteka.core.internal.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.kartoteka.core.api.party.Address;
import org.kartoteka.core.api.party.BankAccount;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.Identifier;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyKind;
import org.kartoteka.core.api.party.PartyPerson;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.core.internal.domain.SearchKey;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.security.UserId;

/** One row of an imported table as a party, or as the change of one. */
final class PartyRow {

  private static final Map<String, String> ROLES =
      roles(
          "CUSTOMER customer client klient клиент",
          "SUPPLIER supplier vendor dostawca доставчик" + " поставщик",
          "PROSPECT prospect lead",
          "COMPETITOR competitor konkurent конкурент",
          "PARTNER partner партньор партнёр");

  private static final Map<String, PartyKind> KINDS = kinds();
  private static final Pattern BETWEEN_EMAILS = Pattern.compile("[;,\\s]+");
  private static final List<String> ADDRESS =
      List.of("addressKind", "street", "postalCode", "city", "region", "country");
  private static final List<String> ACCOUNT = List.of("iban", "bic", "bank", "accountCurrency");

  private final Map<String, String> cells;
  private final PartyData base;
  private final Function<String, UserId> users;
  private final Map<String, String> places = new HashMap<>();
  private final List<FieldError> unreadable = new ArrayList<>();

  /**
   * A row.
   *
   * @param cells by field; an empty one clears the field
   * @param base the party that is to be changed; null for a new one
   * @param users finds users by what they are called; null for unknown ones
   */
  PartyRow(Map<String, String> cells, PartyData base, Function<String, UserId> users) {
    this.cells = cells;
    this.base = base;
    this.users = users;
  }

  /**
   * The party that the row describes; what it does not mention is as in the base.
   *
   * @throws InvalidInput when a cell cannot be understood at all
   */
  PartyData data() {
    PartyKind kind = kind();
    boolean natural = kind == PartyKind.NATURAL_PERSON;
    String usual = PartyCells.usualKind(natural);
    PartyData data =
        new PartyData(
            kind,
            natural ? null : text("name", PartyData::name),
            text("shortName", PartyData::shortName),
            text("number", PartyData::number),
            identifiers(),
            addresses(natural ? "HOME" : "SEAT"),
            phones(usual),
            emails(usual),
            text("web", PartyData::web),
            bankAccounts(),
            number("paymentTermDays", PartyData::paymentTermDays),
            text("documentText", PartyData::documentText),
            CodeNames.language(text("language", PartyData::language)),
            text("currency", PartyData::currency),
            number("rating", PartyData::rating),
            owner(),
            list("tags", PartyData::tags),
            list("roles", PartyData::roles).stream().map(PartyRow::role).toList(),
            person(natural),
            CustomColumns.values(cells, base == null ? null : base.custom()));
    InvalidInput.throwIfAny(unreadable);
    return data;
  }

  /** The kind of party that the text names; null when it names none. */
  static PartyKind kind(String text) {
    return KINDS.get(SearchKey.fold(text));
  }

  /** The errors with the names of the import's fields. */
  List<FieldError> errors(List<FieldError> errors) {
    return errors.stream()
        .map(
            error ->
                new FieldError(place(error.field()), error.code(), error.key(), error.arguments()))
        .toList();
  }

  /** The field of the import that such a field of the party comes from. */
  private String place(String field) {
    String exact = places.get(field);
    int element = field.indexOf(']');
    return exact != null || element < 0
        ? exact == null ? field : exact
        : places.getOrDefault(field.substring(0, element + 1), field);
  }

  /** What the row says it is; who has names of a person and no other is one. */
  private PartyKind kind() {
    String text = cell("kind");
    if (text == null && base != null) {
      return base.kind();
    }
    if (text == null) {
      boolean named = cell("firstName") != null || cell("lastName") != null;
      return named && cell("name") == null ? PartyKind.NATURAL_PERSON : PartyKind.ORGANISATION;
    }
    PartyKind kind = kind(text);
    if (kind == null) {
      unreadable.add(FieldError.of("kind", "unknownKind", text));
      return PartyKind.ORGANISATION;
    }
    if (base != null && base.kind() != kind) {
      unreadable.add(FieldError.of("kind", "fixed"));
      return base.kind();
    }
    return kind;
  }

  private PartyPerson person(boolean natural) {
    PartyPerson present = base == null ? null : base.person();
    String first = name("firstName", present == null ? null : present.firstName());
    String last = name("lastName", present == null ? null : present.lastName());
    String sex = name("sex", present == null ? null : present.sex());
    places.put("person", first != null ? "firstName" : last != null ? "lastName" : "sex");
    places.put("person.firstName", "firstName");
    places.put("person.lastName", "lastName");
    places.put("person.sex", "sex");
    boolean unnamed = !cells.containsKey("firstName") && !cells.containsKey("lastName");
    if (natural && cell("name") != null && (unnamed || first == null && last == null)) {
      return person(cell("name").strip(), Sexes.code(sex));
    }
    return natural || first != null || last != null || sex != null
        ? new PartyPerson(first, last, Sexes.code(sex))
        : null;
  }

  private String name(String field, String present) {
    return cells.containsKey(field) ? cell(field) : present;
  }

  /** Names in one cell: "Jan Nowak" or "Nowak, Jan". */
  static PartyPerson person(String name, String sex) {
    int comma = name.indexOf(',');
    if (comma >= 0) {
      return new PartyPerson(name.substring(comma + 1), name.substring(0, comma), sex);
    }
    int last = name.lastIndexOf(' ');
    return new PartyPerson(name.substring(0, Math.max(last, 0)), name.substring(last + 1), sex);
  }

  private List<Identifier> identifiers() {
    Map<String, List<Identifier>> fresh = new LinkedHashMap<>();
    for (String type : PartyFields.IDENTIFIERS) {
      if (cells.containsKey(type)) {
        fresh.put(
            type,
            Packed.split(cells.get(type), ";").stream()
                .map(value -> new Identifier(type, value))
                .toList());
      }
    }
    if (cells.containsKey("otherIdentifiers")) {
      fresh.put(
          "otherIdentifiers",
          Packed.packed(cells.get("otherIdentifiers")).stream()
              .map(one -> new Identifier(Packed.part(one, 0), Packed.part(one, 1)))
              .toList());
    }
    return placed(
        "identifiers",
        Grouped.replaced(
            base == null ? List.of() : base.identifiers(), PartyRow::identifierField, fresh),
        PartyRow::identifierField);
  }

  private static String identifierField(Identifier identifier) {
    return PartyFields.IDENTIFIERS.contains(identifier.type())
        ? identifier.type()
        : "otherIdentifiers";
  }

  private List<Address> addresses(String usual) {
    List<Address> present = base == null ? List.of() : base.addresses();
    List<Address> all = new ArrayList<>();
    Address first = present.isEmpty() ? null : present.get(0);
    if (first == null || ADDRESS.stream().anyMatch(cells::containsKey)) {
      for (String part : ADDRESS) {
        places.put("addresses[0]." + part, part);
      }
      places.put("addresses[0].kind", "addressKind");
      String kind = line("addressKind", first == null ? null : first.kind());
      all.add(
          new Address(
              kind == null ? usual : kind,
              line("street", first == null ? null : first.street()),
              line("postalCode", first == null ? null : first.postalCode()),
              line("city", first == null ? null : first.city()),
              line("region", first == null ? null : first.region()),
              CodeNames.country(line("country", first == null ? null : first.country()))));
    } else {
      all.add(first);
    }
    if (!cells.containsKey("otherAddresses")) {
      present.stream().skip(1).forEach(all::add);
      return all;
    }
    for (String one : Packed.packed(cells.get("otherAddresses"))) {
      places.put("addresses[" + all.size() + "]", "otherAddresses");
      all.add(
          new Address(
              Packed.part(one, 0),
              Packed.part(one, 1),
              Packed.part(one, 2),
              Packed.part(one, 3),
              Packed.part(one, 4),
              CodeNames.country(Packed.part(one, 5))));
    }
    return all;
  }

  private List<Phone> phones(String usual) {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("phone", usual);
    kinds.put("mobile", "MOBILE");
    kinds.put("fax", "FAX");
    Map<String, List<Phone>> fresh = new LinkedHashMap<>();
    kinds.forEach(
        (field, kind) -> {
          if (cells.containsKey(field)) {
            fresh.put(
                field,
                Packed.split(cells.get(field), ";").stream()
                    .map(value -> new Phone(kind, value))
                    .toList());
          }
        });
    if (cells.containsKey("otherPhones")) {
      fresh.put(
          "otherPhones",
          Packed.ofKinds(cells.get("otherPhones"), PartyCells.otherKind(usual), Phone::new));
    }
    Function<Phone, String> field =
        phone ->
            kinds.entrySet().stream()
                .filter(one -> one.getValue().equals(phone.kind()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("otherPhones");
    return placed(
        "phones", Grouped.replaced(base == null ? List.of() : base.phones(), field, fresh), field);
  }

  private List<Email> emails(String usual) {
    Map<String, List<Email>> fresh = new LinkedHashMap<>();
    if (cells.containsKey("email")) {
      fresh.put(
          "email",
          BETWEEN_EMAILS
              .splitAsStream(cells.get("email"))
              .filter(value -> !value.isEmpty())
              .map(value -> new Email(usual, value))
              .toList());
    }
    if (cells.containsKey("otherEmails")) {
      fresh.put(
          "otherEmails",
          Packed.ofKinds(cells.get("otherEmails"), PartyCells.otherKind(usual), Email::new));
    }
    Function<Email, String> field = email -> usual.equals(email.kind()) ? "email" : "otherEmails";
    return placed(
        "emails", Grouped.replaced(base == null ? List.of() : base.emails(), field, fresh), field);
  }

  /** Notes which cell each value comes from. */
  private <T> List<T> placed(String list, List<T> values, Function<T, String> field) {
    for (int i = 0; i < values.size(); i++) {
      places.put(list + "[" + i + "]", field.apply(values.get(i)));
    }
    return values;
  }

  private List<BankAccount> bankAccounts() {
    List<BankAccount> present = base == null ? List.of() : base.bankAccounts();
    List<BankAccount> all = new ArrayList<>();
    BankAccount first = present.isEmpty() ? null : present.get(0);
    if (ACCOUNT.stream().anyMatch(cells::containsKey)) {
      places.put("bankAccounts[0].iban", "iban");
      places.put("bankAccounts[0].bic", "bic");
      places.put("bankAccounts[0].bank", "bank");
      places.put("bankAccounts[0].currency", "accountCurrency");
      BankAccount account =
          new BankAccount(
              line("iban", first == null ? null : first.iban()),
              line("bic", first == null ? null : first.bic()),
              line("bank", first == null ? null : first.bank()),
              line("accountCurrency", first == null ? null : first.currency()));
      if (account.iban() != null || account.bic() != null || account.bank() != null) {
        all.add(account);
      }
    } else if (first != null) {
      all.add(first);
    }
    if (!cells.containsKey("otherAccounts")) {
      present.stream().skip(1).forEach(all::add);
      return all;
    }
    for (String one : Packed.packed(cells.get("otherAccounts"))) {
      places.put("bankAccounts[" + all.size() + "]", "otherAccounts");
      all.add(
          new BankAccount(
              Packed.part(one, 0), Packed.part(one, 1), Packed.part(one, 2), Packed.part(one, 3)));
    }
    return all;
  }

  private UserId owner() {
    if (!cells.containsKey("owner")) {
      return base == null ? null : base.ownerId();
    }
    String called = cell("owner");
    UserId owner = called == null ? null : users.apply(called.strip());
    if (called != null && owner == null) {
      unreadable.add(FieldError.of("owner", "unknownUser", called));
    }
    return owner;
  }

  private Integer number(String field, Function<PartyData, Integer> present) {
    if (!cells.containsKey(field)) {
      return base == null ? null : present.apply(base);
    }
    String cell = cell(field);
    try {
      return cell == null ? null : Integer.valueOf(cell.strip());
    } catch (NumberFormatException words) {
      unreadable.add(FieldError.of(field, "number"));
      return null;
    }
  }

  private List<String> list(String field, Function<PartyData, List<String>> present) {
    if (!cells.containsKey(field)) {
      return base == null ? List.of() : present.apply(base);
    }
    List<String> list = Packed.split(cells.get(field), ";,|\n");
    for (int i = 0; i < list.size(); i++) {
      places.put(field + "[" + i + "]", field);
    }
    return list;
  }

  private String text(String field, Function<PartyData, String> present) {
    return cells.containsKey(field) ? cell(field) : base == null ? null : present.apply(base);
  }

  /** The text of a cell; null when it is blank or not there. */
  private String cell(String field) {
    String cell = cells.get(field);
    return cell == null || cell.isBlank() ? null : cell;
  }

  private String line(String field, String present) {
    if (!cells.containsKey(field)) {
      return present;
    }
    String cell = cell(field);
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
