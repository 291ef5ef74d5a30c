package org.kartoteka.core.internal.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kartoteka.core.api.party.Address;
import org.kartoteka.core.api.party.BankAccount;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.Identifier;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyKind;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.core.internal.domain.SearchKey;
import org.kartoteka.platform.api.exchange.ImportField;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/** One row of an imported table as a party. */
final class PartyRow {

  static final List<ImportField> FIELDS =
      List.of(
          new ImportField(
              "name",
              true,
              List.of(
                  "company",
                  "company name",
                  "organisation",
                  "organization",
                  "customer",
                  "client",
                  "account name",
                  "security",
                  "site name",
                  "firm",
                  "title",
                  "full name",
                  "nazwa",
                  "firma",
                  "nazwa firmy",
                  "kontrahent",
                  "nazwa kontrahenta",
                  "klient",
                  "podmiot",
                  "име",
                  "фирма",
                  "име на фирмата",
                  "наименование",
                  "контрагент",
                  "клиент",
                  "название",
                  "название компании",
                  "компания",
                  "организация")),
          field(
              "shortName",
              "short name",
              "abbreviation",
              "skrót",
              "nazwa skrócona",
              "кратко име",
              "съкращение",
              "краткое название",
              "сокращение"),
          field(
              "number",
              "party number",
              "customer number",
              "client number",
              "account number",
              "customer no",
              "customer id",
              "code",
              "symbol",
              "numer",
              "nr",
              "numer klienta",
              "kod",
              "номер",
              "код",
              "номер на клиент",
              "номер клиента"),
          field("PL_NIP", "nip", "numer nip", "nip number", "pl nip", "нип"),
          field("PL_REGON", "regon", "numer regon", "регон"),
          field("BG_EIK", "eik", "еик", "bulstat", "булстат", "еик/булстат"),
          field("RU_INN", "inn", "инн", "ru inn"),
          field("RU_OGRN", "ogrn", "огрн", "ogrnip", "огрнип"),
          field("RU_KPP", "kpp", "кпп"),
          field(
              "EU_VAT",
              "vat",
              "vat number",
              "vat id",
              "eu vat",
              "vat ue",
              "nip ue",
              "vat-ue",
              "ддс номер",
              "ддс №",
              "ндс"),
          field("LEI", "lei", "lei code"),
          field("US_CIK", "cik"),
          field(
              "street",
              "address",
              "street address",
              "address line 1",
              "adres",
              "ulica",
              "ulica i numer",
              "адрес",
              "улица"),
          field(
              "postalCode",
              "zip",
              "zip code",
              "postcode",
              "postal code",
              "kod pocztowy",
              "пощенски код",
              "п.к.",
              "индекс",
              "почтовый индекс"),
          field(
              "city",
              "town",
              "headquarters location",
              "headquarters",
              "location",
              "miasto",
              "miejscowość",
              "град",
              "населено място",
              "город",
              "населённый пункт"),
          field(
              "region",
              "state",
              "province",
              "county",
              "województwo",
              "област",
              "регион",
              "область"),
          field("country", "country code", "nation", "kraj", "państwo", "държава", "страна"),
          field(
              "phone",
              "telephone",
              "tel",
              "phone number",
              "telefon",
              "nr telefonu",
              "телефон",
              "тел."),
          field(
              "mobile",
              "mobile phone",
              "cell",
              "cell phone",
              "gsm",
              "komórka",
              "telefon komórkowy",
              "мобилен",
              "мобилен телефон",
              "мобильный",
              "мобильный телефон"),
          field("fax", "fax number", "faks", "факс"),
          field(
              "email",
              "e-mail",
              "mail",
              "email address",
              "e-mail address",
              "adres e-mail",
              "poczta",
              "имейл",
              "ел. поща",
              "електронна поща",
              "эл. почта",
              "электронная почта",
              "почта"),
          field(
              "web",
              "website",
              "web site",
              "www",
              "url",
              "homepage",
              "strona",
              "strona www",
              "strona internetowa",
              "сайт",
              "уебсайт",
              "веб-сайт"),
          field(
              "iban",
              "bank account",
              "account",
              "konto",
              "rachunek",
              "numer konta",
              "rachunek bankowy",
              "банкова сметка",
              "сметка",
              "счёт",
              "банковский счёт"),
          field("language", "lang", "język", "език", "язык"),
          field("currency", "waluta", "валута", "валюта"),
          field("rating", "ocena", "оценка", "рейтинг"),
          field(
              "paymentTermDays",
              "payment term",
              "payment terms",
              "payment days",
              "termin płatności",
              "срок на плащане",
              "срок оплаты"),
          field("documentText", "document text", "tekst na dokumentach", "текст в документах"),
          field(
              "tags",
              "tag",
              "labels",
              "gics sector",
              "sector",
              "industry",
              "branża",
              "etykiety",
              "tagi",
              "етикети",
              "бранш",
              "сектор",
              "метки",
              "теги",
              "отрасль"),
          field("roles", "role", "rola", "роля", "роли", "роль"));

  private static final List<String> IDENTIFIERS =
      List.of(
          "PL_NIP", "PL_REGON", "BG_EIK", "RU_INN", "RU_OGRN", "RU_KPP", "EU_VAT", "LEI", "US_CIK");
  private static final Map<String, String> PHONES =
      Map.of("phone", "OFFICE", "mobile", "MOBILE", "fax", "FAX");
  private static final Map<String, String> ROLES =
      roles(
          "CUSTOMER customer client klient клиент",
          "SUPPLIER supplier vendor dostawca доставчик" + " поставщик",
          "PROSPECT prospect lead",
          "COMPETITOR competitor konkurent конкурент",
          "PARTNER partner партньор партнёр");

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
    PartyData data =
        new PartyData(
            PartyKind.ORGANISATION,
            cells.get("name"),
            cells.get("shortName"),
            cells.get("number"),
            identifiers(),
            addresses(),
            phones(),
            emails(),
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
            null,
            null);
    InvalidInput.throwIfAny(unreadable);
    return data;
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

  private List<Identifier> identifiers() {
    List<Identifier> identifiers = new ArrayList<>();
    for (String type : IDENTIFIERS) {
      if (cells.containsKey(type)) {
        places.put("identifiers[" + identifiers.size() + "].value", type);
        identifiers.add(new Identifier(type, cells.get(type)));
      }
    }
    return identifiers;
  }

  private List<Address> addresses() {
    for (String part : List.of("street", "postalCode", "city", "region", "country")) {
      places.put("addresses[0]." + part, part);
    }
    return List.of(
        new Address(
            "SEAT",
            line("street"),
            line("postalCode"),
            line("city"),
            line("region"),
            CodeNames.country(cells.get("country"))));
  }

  private List<Phone> phones() {
    List<Phone> phones = new ArrayList<>();
    for (String field : List.of("phone", "mobile", "fax")) {
      for (String value : parts(field, ";")) {
        places.put("phones[" + phones.size() + "].value", field);
        phones.add(new Phone(PHONES.get(field), value));
      }
    }
    return phones;
  }

  private List<Email> emails() {
    List<Email> emails = new ArrayList<>();
    for (String value : parts("email", "[;,\\s]+")) {
      places.put("emails[" + emails.size() + "].value", "email");
      emails.add(new Email("OFFICE", value));
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
    List<String> list = parts(field, "[;,|\\n]");
    for (int i = 0; i < list.size(); i++) {
      places.put(field + "[" + i + "]", field);
    }
    return list;
  }

  private List<String> parts(String field, String separator) {
    String cell = cells.get(field);
    return cell == null
        ? List.of()
        : Arrays.stream(cell.split(separator))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .toList();
  }

  private String line(String field) {
    String cell = cells.get(field);
    return cell == null ? null : cell.replace('\n', ' ');
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

  private static ImportField field(String name, String... aliases) {
    return new ImportField(name, false, List.of(aliases));
  }
}
