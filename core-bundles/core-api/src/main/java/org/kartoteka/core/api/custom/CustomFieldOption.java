package org.kartoteka.core.api.custom;

import java.util.Map;

/**
 * An option of a choice.
 *
 * @param code {@code [A-Za-z0-9_-]}, 1 to 50 characters; never changed, for records keep it
 * @param labels what people read, by language; may be empty: then the code is read
 */
public record CustomFieldOption(String code, Map<String, String> labels) {

  public CustomFieldOption {
    labels = labels == null ? Map.of() : labels;
  }
}
