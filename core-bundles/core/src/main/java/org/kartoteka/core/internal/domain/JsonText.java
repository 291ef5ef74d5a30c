package org.kartoteka.core.internal.domain;

import java.sql.SQLException;
import javax.persistence.AttributeConverter;
import javax.persistence.Converter;
import org.postgresql.util.PGobject;

/** A JSON document in a column of PostgreSQL's type jsonb. */
@Converter
public class JsonText implements AttributeConverter<String, PGobject> {

  @Override
  public PGobject convertToDatabaseColumn(String text) {
    try {
      PGobject json = new PGobject();
      json.setType("jsonb");
      json.setValue(text);
      return json;
    } catch (SQLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public String convertToEntityAttribute(PGobject json) {
    return json == null ? null : json.getValue();
  }
}
