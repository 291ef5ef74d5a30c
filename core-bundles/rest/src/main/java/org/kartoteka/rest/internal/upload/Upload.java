package org.kartoteka.rest.internal.upload;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * A file that a client sends: as the body itself, or as the part {@code file} of a form.
 *
 * @param name the file's name; null when the client did not tell
 * @param content to be read once
 * @param fields the other fields of the form
 */
public record Upload(String name, InputStream content, Map<String, String> fields)
    implements Closeable {

  /** The value of the query, else of the form's field; empty when neither is there. */
  public Optional<String> value(String ofQuery, String field) {
    return Optional.ofNullable(ofQuery)
        .or(() -> Optional.ofNullable(fields.get(field)))
        .filter(text -> !text.isBlank());
  }

  /** Ends the reading; that it can be closed tells Jersey to leave the content open until then. */
  @Override
  public void close() throws IOException {
    content.close();
  }
}
