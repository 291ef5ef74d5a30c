package org.kartoteka.core.internal.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kartoteka.core.api.party.IdentifierTypes;
import org.kartoteka.core.internal.domain.SearchKey;
import org.kartoteka.platform.api.exchange.ImportField;

/** The fields of a party that a table can fill, and the headings that mean them. */
final class PartyFields {

  /** The types of identifiers with a column of their own. */
  static final List<String> IDENTIFIERS = IdentifierTypes.OFFERED;

  static final List<ImportField> ALL =
      List.of(
          field("recordId", "record id", "kartoteka id"),
          field(
              "kind",
              "party kind",
              "party type",
              "type",
              "rodzaj",
              "typ",
              "rodzaj podmiotu",
              "вид",
              "тип",
              "вид контрагент",
              "вид лицо",
              "вид контрагента",
              "тип контрагента"),
          field(
              "name",
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
              "организация"),
          field(
              "firstName",
              "first name",
              "given name",
              "forename",
              "imię",
              "imiona",
              "лично име",
              "собствено име",
              "имя"),
          field(
              "lastName",
              "last name",
              "surname",
              "family name",
              "nazwisko",
              "фамилно име",
              "фамилия"),
          field("sex", "gender", "płeć", "пол"),
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
          field("PL_PESEL", "pesel", "numer pesel", "песел"),
          field("BG_EIK", "eik", "еик", "bulstat", "булстат", "еик/булстат"),
          field("BG_EGN", "egn", "егн"),
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
          field("otherIdentifiers"),
          field("addressKind"),
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
          field("otherAddresses"),
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
          field("otherPhones"),
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
          field("otherEmails"),
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
          field("bic", "swift", "bic/swift"),
          field("bank", "bank name", "nazwa banku", "банка", "банк"),
          field("accountCurrency"),
          field("otherAccounts"),
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
          field("roles", "role", "rola", "роля", "роли", "роль"),
          field("owner", "account owner", "opiekun", "отговорник", "ответственный"),
          field(
              "status",
              "party status",
              "account status",
              "customer status",
              "stan",
              "status kontrahenta",
              "статус",
              "състояние",
              "состояние"),
          field(
              "statusReason",
              "status reason",
              "reason",
              "powód",
              "przyczyna",
              "причина",
              "основание"),
          RowNote.FIELD_OF_PARTIES,
          field("contactFirstName", "contact first name"),
          field(
              "contactLastName",
              "contact last name",
              "contact name",
              "contact person",
              "osoba kontaktowa",
              "лице за контакт",
              "контактное лицо"),
          field("contactPosition", "contact title", "contact position"),
          field("contactDepartment"),
          field("contactPhone", "contact phone"),
          field("contactMobile", "contact mobile"),
          field("contactEmail", "contact e-mail", "contact email"));

  private static final List<String> OF_PERSONS = List.of("firstName", "lastName", "sex");

  /** Headings that mean the name of a firm, or a first name where there is a last name beside. */
  private static final Set<String> EITHER = Set.of(SearchKey.fold("име"), SearchKey.fold("name"));

  private PartyFields() {}

  /**
   * Makes a guess fit together: beside a last name, a column called just name holds first names; a
   * table of firms has no names of persons, unless it tells the kind of each party.
   */
  static Map<String, String> guessed(Map<String, String> guess) {
    Map<String, String> fitting = new LinkedHashMap<>(guess);
    if (guess.containsValue("lastName") && !guess.containsValue("firstName")) {
      fitting.replaceAll(
          (heading, field) ->
              field.equals("name") && EITHER.contains(SearchKey.fold(heading))
                  ? "firstName"
                  : field);
    }
    if (fitting.containsValue("name") && !fitting.containsValue("kind")) {
      fitting.values().removeAll(OF_PERSONS);
    }
    return fitting;
  }

  /** What is still to be mapped: the name of a firm or one of a person is enough. */
  static List<String> missing(Set<String> mapped) {
    return mapped.contains("name") || mapped.contains("lastName") || mapped.contains("firstName")
        ? List.of()
        : List.of("name");
  }

  private static ImportField field(String name, String... aliases) {
    return new ImportField(name, false, List.of(aliases));
  }
}
