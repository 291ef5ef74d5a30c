package org.kartoteka.core.internal.exchange;

import ezvcard.VCard;
import ezvcard.parameter.AddressType;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Address;
import ezvcard.property.Birthday;
import ezvcard.property.Categories;
import ezvcard.property.Email;
import ezvcard.property.Gender;
import ezvcard.property.Kind;
import ezvcard.property.Language;
import ezvcard.property.Nickname;
import ezvcard.property.Note;
import ezvcard.property.Organization;
import ezvcard.property.RawProperty;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.TextProperty;
import ezvcard.property.Title;
import ezvcard.property.Url;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kartoteka.core.api.party.PartyKind;
import org.kartoteka.core.api.party.PartyRegister;

/**
 * A vCard as the fields of an import. A card with an organisation is a party with that person; one
 * without is a natural person. What vCards do not know stands in properties of our own.
 */
final class CardFields {

  static final String OURS = "X-KARTOTEKA-";

  /** Phones write a year all the same when none is known, and say so in this parameter. */
  private static final String WITHOUT_YEAR = "X-APPLE-OMIT-YEAR";

  private final VCard card;
  private final boolean ofParties;
  private final Map<String, String> fields = new LinkedHashMap<>();

  private CardFields(VCard card, String type) {
    this.card = card;
    this.ofParties = type.equals(PartyRegister.TYPE);
  }

  /** The fields for a record of the type, without blank ones. */
  static Map<String, String> of(VCard card, String type) {
    return new CardFields(card, type).read();
  }

  private Map<String, String> read() {
    List<String> firm = firm();
    String fullName =
        card.getFormattedName() == null ? null : blank(card.getFormattedName().getValue());
    Kind kind = card.getKind();
    if (!ofParties) {
      person("", firm, fullName);
    } else if (kind != null && (kind.isOrg() || kind.isGroup())) {
      put("kind", PartyKind.ORGANISATION.name());
      put("name", fullName == null ? first(firm) : fullName);
      contact("", "phone");
    } else if (firm.isEmpty()) {
      naturalPerson(fullName);
    } else {
      put("kind", PartyKind.ORGANISATION.name());
      put("name", first(firm));
      if (!first(firm).equals(fullName)) {
        person("contact", firm, fullName);
      } else {
        contact("", "phone");
      }
    }
    address();
    put("web", card.getUrls().stream().map(Url::getValue).findFirst().orElse(null));
    if (ofParties) {
      put(RowNote.NAME, notes());
      put("shortName", nickname());
      put(
          "language",
          card.getLanguages().stream().map(Language::getValue).findFirst().orElse(null));
      List<String> tags = new ArrayList<>();
      card.getCategoriesList().stream().map(Categories::getValues).forEach(tags::addAll);
      put("tags", Packed.join(tags));
    }
    own();
    return fields;
  }

  private void naturalPerson(String fullName) {
    put("kind", PartyKind.NATURAL_PERSON.name());
    StructuredName name = card.getStructuredName();
    if (name != null && (blank(name.getFamily()) != null || blank(name.getGiven()) != null)) {
      put("firstName", given(name));
      put("lastName", blank(name.getFamily()));
    } else {
      put("name", fullName);
    }
    put("sex", sex());
    contact("", "phone");
  }

  private void person(String prefix, List<String> firm, String fullName) {
    StructuredName name = card.getStructuredName();
    if (name != null && (blank(name.getFamily()) != null || blank(name.getGiven()) != null)) {
      put(named(prefix, "firstName"), given(name));
      put(named(prefix, "lastName"), blank(name.getFamily()));
    } else if (fullName != null) {
      int last = fullName.lastIndexOf(' ');
      put(named(prefix, "firstName"), fullName.substring(0, Math.max(last, 0)));
      put(named(prefix, "lastName"), fullName.substring(last + 1));
    }
    put(
        named(prefix, "position"),
        text(card.getTitles().stream().findFirst().orElse((Title) null)));
    put(named(prefix, "department"), firm.size() > 1 ? firm.get(1) : null);
    contact(prefix, named(prefix, "phone"));
    if (!ofParties) {
      put("party", first(firm));
      put("sex", sex());
      put("profession", text(card.getRoles().stream().findFirst().orElse(null)));
      put("remarks", notes());
      put("birthday", birthday());
    }
  }

  private void contact(String prefix, String voice) {
    List<String> phones = new ArrayList<>();
    List<String> mobiles = new ArrayList<>();
    List<String> faxes = new ArrayList<>();
    for (Telephone one : card.getTelephoneNumbers()) {
      String number = one.getUri() == null ? one.getText() : one.getUri().getNumber();
      if (blank(number) != null && !one.getTypes().contains(TelephoneType.PAGER)) {
        boolean fax = one.getTypes().contains(TelephoneType.FAX);
        boolean mobile = one.getTypes().contains(TelephoneType.CELL);
        (fax ? faxes : mobile ? mobiles : phones).add(number.strip());
      }
    }
    put(voice, Packed.join(phones.stream().distinct().toList()));
    put(named(prefix, "mobile"), Packed.join(mobiles.stream().distinct().toList()));
    if (ofParties) {
      put("fax", Packed.join(faxes.stream().distinct().toList()));
    }
    put(
        named(prefix, "email"),
        Packed.join(
            card.getEmails().stream()
                .map(Email::getValue)
                .filter(value -> blank(value) != null)
                .map(String::strip)
                .distinct()
                .toList()));
  }

  private void address() {
    List<Address> all = card.getAddresses();
    Address address =
        all.stream()
            .filter(one -> one.getTypes().contains(AddressType.WORK))
            .findFirst()
            .orElse(all.isEmpty() ? null : all.get(0));
    if (address == null) {
      return;
    }
    List<String> street = new ArrayList<>();
    street.addAll(address.getPoBoxes());
    street.addAll(address.getStreetAddresses());
    street.addAll(address.getExtendedAddresses());
    String prefix = ofParties ? "" : "home";
    if (ofParties || address.getTypes().contains(AddressType.HOME)) {
      street.removeIf(part -> blank(part) == null);
      put(named(prefix, "street"), String.join(", ", street));
      put(named(prefix, "postalCode"), address.getPostalCode());
      put(named(prefix, "city"), address.getLocality());
      put(named(prefix, "region"), address.getRegion());
      put(named(prefix, "country"), address.getCountry());
    }
  }

  /** What stands in properties of our own. */
  private void own() {
    for (RawProperty one : card.getExtendedProperties()) {
      String name = one.getPropertyName().toUpperCase(Locale.ROOT);
      if (name.startsWith(OURS) && one.getValue() != null) {
        int cut = one.getValue().indexOf('=');
        if (cut > 0) {
          fields.remove(one.getValue().substring(0, cut));
          put(one.getValue().substring(0, cut), CardText.plain(one.getValue().substring(cut + 1)));
        }
      }
    }
  }

  private List<String> firm() {
    Organization firm = card.getOrganization();
    return firm == null
        ? List.of()
        : firm.getValues().stream()
            .filter(value -> blank(value) != null)
            .map(String::strip)
            .toList();
  }

  private String nickname() {
    Nickname nickname = card.getNickname();
    return nickname == null || nickname.getValues().isEmpty() ? null : nickname.getValues().get(0);
  }

  private String notes() {
    return String.join(
        "\n", card.getNotes().stream().map(Note::getValue).filter(note -> note != null).toList());
  }

  private String sex() {
    Gender gender = card.getGender();
    return gender == null ? null : gender.isMale() ? "M" : gender.isFemale() ? "F" : null;
  }

  private String birthday() {
    Birthday birthday = card.getBirthday();
    if (birthday == null
        || birthday.getDate() == null
        || birthday.getParameter(WITHOUT_YEAR) != null) {
      return null;
    }
    boolean whole = birthday.getDate().isSupported(ChronoField.EPOCH_DAY);
    return whole ? LocalDate.from(birthday.getDate()).toString() : null;
  }

  private static String given(StructuredName name) {
    List<String> given = new ArrayList<>();
    given.add(blank(name.getGiven()));
    given.addAll(name.getAdditionalNames());
    given.removeIf(part -> blank(part) == null);
    return String.join(" ", given);
  }

  private static String named(String prefix, String field) {
    return prefix.isEmpty()
        ? field
        : prefix + Character.toUpperCase(field.charAt(0)) + field.substring(1);
  }

  private static String text(TextProperty property) {
    return property == null ? null : property.getValue();
  }

  private static String first(List<String> values) {
    return values.isEmpty() ? null : values.get(0);
  }

  private void put(String field, String value) {
    if (blank(value) != null) {
      fields.putIfAbsent(field, value);
    }
  }

  private static String blank(String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
