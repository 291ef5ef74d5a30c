package org.kartoteka.core.internal.domain;

import java.sql.Array;
import java.sql.SQLException;
import javax.persistence.AttributeConverter;
import javax.persistence.Converter;
import org.postgresql.util.PGobject;

/** A list of texts, as JSON, in a column of PostgreSQL's type text[]. */
@Converter
public class TextArray implements AttributeConverter<String, Object> {

  @Override
  public Object convertToDatabaseColumn(String json) {
    try {
      StringBuilder literal = new StringBuilder("{");
      for (String text : Json.list(json, String.class)) {
        literal.append(literal.length() == 1 ? "\"" : ",\"");
        literal.append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
      }
      PGobject array = new PGobject();
      array.setType("_text");
      array.setValue(literal.append('}').toString());
      return array;
    } catch (SQLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public String convertToEntityAttribute(Object array) {
    try {
      return array == null ? null : Json.write(array instanceof Array one ? one.getArray() : array);
    } catch (SQLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
