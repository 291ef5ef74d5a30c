package org.kartoteka.security.internal.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What an import keeps of a row, so that it can be taken back. */
final class Trace {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Trace() {}

  static String text(Record trace) {
    try {
      return MAPPER.writeValueAsString(trace);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static <T extends Record> T read(String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
