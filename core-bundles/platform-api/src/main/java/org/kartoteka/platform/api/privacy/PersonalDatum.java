package org.kartoteka.platform.api.privacy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A record that holds data of a person.
 *
 * @param kind what it is; its words are the text {@code privacy.kind.<kind>}
 * @param record the record's id within its kind
 * @param values the data by field
 */
public record PersonalDatum(String kind, String record, Map<String, Object> values) {

  public PersonalDatum {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
