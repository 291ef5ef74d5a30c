package org.kartoteka.core.internal.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.privacy.PersonalDatum;

/** Rows that a statement gives as an id and a JSON object; values that are blank are left out. */
final class JsonRows {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final UnitOfWork unitOfWork;

  JsonRows(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  List<PersonalDatum> list(String kind, String sql, Object... arguments) {
    return Sql.of(unitOfWork, sql, arguments)
        .list(row -> new PersonalDatum(kind, row.getString(1), values(row.getString(2))));
  }

  private static Map<String, Object> values(String json) {
    try {
      Map<String, Object> values =
          MAPPER.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
      values.values().removeIf(JsonRows::isBlank);
      return values;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isBlank(Object value) {
    return value == null
        || value instanceof String text && text.isBlank()
        || value instanceof List<?> list && list.isEmpty()
        || value instanceof Map<?, ?> map && map.isEmpty();
  }
}
