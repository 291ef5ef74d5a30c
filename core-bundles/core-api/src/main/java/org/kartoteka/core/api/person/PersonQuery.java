package org.kartoteka.core.api.person;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kartoteka.core.api.custom.Criteria;
import org.kartoteka.core.api.custom.CustomCondition;
import org.kartoteka.core.api.party.PartyId;

/**
 * Which persons are wanted; null and empty mean any. It can be kept as {@link #fields()}, under the
 * names of the HTTP API: in the address of a page, in the order of an export.
 *
 * @param text parts of the name, a phone or e-mail, without regard to case and diacritics
 * @param custom conditions on custom fields, by name
 */
public record PersonQuery(String text, PartyId party, Map<String, CustomCondition> custom) {

  private static final String TEXT = "query";
  private static final String PARTY = "partyId";

  public PersonQuery {
    text = text == null || text.isBlank() ? null : text.strip();
    custom = custom == null ? Map.of() : Map.copyOf(custom);
  }

  /** Without conditions on custom fields. */
  public PersonQuery(String text, PartyId party) {
    this(text, party, Map.of());
  }

  /** The persons of a party. */
  public static PersonQuery of(PartyId party) {
    return new PersonQuery(null, party);
  }

  /**
   * From fields as {@link #fields()} gives them; a value may be a text, number, truth value or a
   * list of them.
   *
   * @throws org.kartoteka.platform.api.problem.InvalidInput for a name or value that means nothing
   */
  public static PersonQuery of(Map<String, ?> fields) {
    return read(fields, true);
  }

  /** As {@link #of(Map)}, leaving out what means nothing. */
  public static PersonQuery ofUnderstood(Map<String, ?> fields) {
    return read(fields, false);
  }

  /** The same with the text and party instead. */
  public PersonQuery with(String otherText, PartyId otherParty) {
    return new PersonQuery(otherText, otherParty, custom);
  }

  /**
   * The criteria by the names of the HTTP API. Custom fields are {@code custom.<name>}, {@code
   * custom.<name>.contains}, {@code .from}, {@code .to}, {@code .without}.
   */
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (text != null) {
      fields.put(TEXT, text);
    }
    if (party != null) {
      fields.put(PARTY, Long.toString(party.value()));
    }
    Criteria.write(fields, custom);
    return fields;
  }

  private static PersonQuery read(Map<String, ?> fields, boolean strict) {
    Map<String, String> plain = new LinkedHashMap<>();
    Map<String, CustomCondition> custom = new LinkedHashMap<>();
    Criteria.read(
        fields,
        strict,
        (name, value) -> {
          if (name.equals(TEXT) || name.equals(PARTY) && value.matches("\\d{1,18}")) {
            plain.put(name, value);
          } else {
            Criteria.take(
                name,
                value,
                field -> custom.getOrDefault(field, CustomCondition.any()),
                custom::put);
          }
        });
    String party = plain.get(PARTY);
    return new PersonQuery(
        plain.get(TEXT), party == null ? null : new PartyId(Long.parseLong(party)), custom);
  }
}
