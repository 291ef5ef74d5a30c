package org.kartoteka.core.internal.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * One array with an object for each record, its members named as the fields are in the API. Values
 * are texts, codes are not put into words, and what is blank is null.
 */
final class JsonFile implements ExportFile {

  private final JsonGenerator json;
  private final List<String> fields;

  JsonFile(OutputStream out, List<String> fields) throws IOException {
    this.fields = fields;
    json = new JsonFactory().createGenerator(new OpenStream(out));
    json.writeStartArray();
  }

  @Override
  public void row(List<String> cells) {
    try {
      json.writeRaw('\n');
      json.writeStartObject();
      for (int i = 0; i < fields.size(); i++) {
        json.writeStringField(fields.get(i), cells.get(i));
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    json.writeRaw('\n');
    json.writeEndArray();
    json.close();
  }
}
