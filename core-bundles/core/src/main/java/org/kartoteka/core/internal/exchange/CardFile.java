package org.kartoteka.core.internal.exchange;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardWriter;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Address;
import ezvcard.property.Categories;
import ezvcard.property.Gender;
import ezvcard.property.Kind;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kartoteka.core.api.party.PartyKind;
import org.kartoteka.core.api.party.PartyRegister;

/**
 * vCards 4.0. What other programs understand stands in the usual properties; every field besides
 * stands in a property of our own, so that {@link CardFields} finds all of it again.
 */
final class CardFile implements ExportFile {

  private final VCardWriter writer;
  private final boolean ofParties;
  private final List<String> fields;

  CardFile(OutputStream out, String type, List<String> fields) {
    this.writer =
        new VCardWriter(
            new OutputStreamWriter(new OpenStream(out), StandardCharsets.UTF_8), VCardVersion.V4_0);
    writer.setAddProdId(false);
    writer.setVersionStrict(false);
    this.ofParties = type.equals(PartyRegister.TYPE);
    this.fields = fields;
  }

  @Override
  public void row(List<String> cells) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      if (cells.get(i) != null && !ExportedOnly.FIELDS.contains(fields.get(i))) {
        values.put(fields.get(i), cells.get(i));
      }
    }
    VCard card = new VCard(VCardVersion.V4_0);
    usual(card, values);
    String type = ofParties ? PartyRegister.TYPE : "person";
    Map<String, String> understood = CardFields.of(card, type);
    values.forEach(
        (field, value) -> {
          if (!value.equals(understood.get(field))) {
            own(card, field, value);
          }
        });
    understood.keySet().stream()
        .filter(field -> !values.containsKey(field))
        .forEach(field -> own(card, field, ""));
    try {
      writer.write(card);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void usual(VCard card, Map<String, String> values) {
    boolean natural = !ofParties || PartyKind.NATURAL_PERSON.name().equals(values.get("kind"));
    if (natural) {
      card.setKind(Kind.individual());
      StructuredName name = new StructuredName();
      name.setGiven(values.get("firstName"));
      name.setFamily(values.get("lastName"));
      card.setStructuredName(name);
      card.setFormattedName(fullName(values));
      if ("F".equals(values.get("sex"))) {
        card.setGender(Gender.female());
      } else if ("M".equals(values.get("sex"))) {
        card.setGender(Gender.male());
      }
    } else {
      card.setKind(Kind.org());
      card.setFormattedName(values.getOrDefault("name", ""));
      card.setOrganization(values.getOrDefault("name", ""));
    }
    phones(card, values.get("phone"), TelephoneType.VOICE);
    phones(card, values.get("mobile"), TelephoneType.CELL);
    phones(card, values.get("fax"), TelephoneType.FAX);
    Packed.split(values.get("email"), ";").forEach(card::addEmail);
    if (ofParties) {
      ofParty(card, values);
    } else {
      ofPerson(card, values);
    }
  }

  private static void ofParty(VCard card, Map<String, String> values) {
    if (values.containsKey("shortName")) {
      card.setNickname(values.get("shortName"));
    }
    if (values.containsKey("web")) {
      card.addUrl(values.get("web"));
    }
    if (values.containsKey("language")) {
      card.addLanguage(values.get("language"));
    }
    if (values.containsKey("tags")) {
      Categories tags = new Categories();
      tags.getValues().addAll(Packed.split(values.get("tags"), ";"));
      card.setCategories(tags);
    }
    Address address = new Address();
    address.setStreetAddress(values.get("street"));
    address.setPostalCode(values.get("postalCode"));
    address.setLocality(values.get("city"));
    address.setRegion(values.get("region"));
    address.setCountry(values.get("country"));
    if (List.of("street", "postalCode", "city", "region", "country").stream()
        .anyMatch(values::containsKey)) {
      card.addAddress(address);
    }
  }

  private static void ofPerson(VCard card, Map<String, String> values) {
    if (values.containsKey("party")) {
      card.setOrganization(values.get("party"));
    }
    if (values.containsKey("position")) {
      card.addTitle(values.get("position"));
    }
    if (values.containsKey("profession")) {
      card.addRole(values.get("profession"));
    }
    if (values.containsKey("remarks")) {
      card.addNote(values.get("remarks"));
    }
  }

  private static void phones(VCard card, String cell, TelephoneType type) {
    for (String number : Packed.split(cell, ";")) {
      Telephone phone = new Telephone(number);
      phone.getTypes().add(type);
      card.addTelephoneNumber(phone);
    }
  }

  private static void own(VCard card, String field, String value) {
    card.addExtendedProperty(
        CardFields.OURS + field.toUpperCase(Locale.ROOT).replace('_', '-').replace('.', '-'),
        field + "=" + CardText.written(value));
  }

  private static String fullName(Map<String, String> values) {
    return (values.getOrDefault("firstName", "") + " " + values.getOrDefault("lastName", ""))
        .strip();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
