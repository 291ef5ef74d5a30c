package org.kartoteka.rest.internal.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.type.MapType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kartoteka.platform.api.exchange.ImportOptions;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.rest.internal.json.JsonMapping;

/** The mapping and options of an import as they stand in an address or a form. */
final class ImportMapping {

  private static final ObjectMapper MAPPER = JsonMapping.fresh();
  private static final MapType TEXTS =
      MAPPER.getTypeFactory().constructMapType(LinkedHashMap.class, String.class, String.class);

  private ImportMapping() {}

  static Map<String, String> of(String json) {
    try {
      Map<String, String> mapping = MAPPER.readValue(json, TEXTS);
      if (mapping != null) {
        mapping.values().removeIf(field -> field == null || field.isBlank());
        return mapping;
      }
    } catch (JsonProcessingException e) {
      throw new InvalidInput(FieldError.of("mapping", "object"));
    }
    throw new InvalidInput(FieldError.of("mapping", "object"));
  }

  static ImportOptions options(String json) {
    try {
      ImportOptions options = MAPPER.readValue(json, ImportOptions.class);
      if (options != null) {
        return options;
      }
    } catch (JsonProcessingException e) {
      throw new InvalidInput(FieldError.of("options", "object"));
    }
    throw new InvalidInput(FieldError.of("options", "object"));
  }
}
