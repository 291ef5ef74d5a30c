package org.kartoteka.core.internal.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * What is kept of a row to take it back.
 *
 * @param hash of a record that was made: whether it is still as it was made
 * @param before of a record that was changed: its changed parts before
 * @param after the same parts afterwards
 * @param person the person that was added besides
 * @param personHash whether that is still as it was added
 * @param status the status before and afterwards, if it was changed
 * @param note the note that was written besides
 * @param noteHash whether that is still as it was written
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Trace(
    String hash,
    ObjectNode before,
    ObjectNode after,
    Long person,
    String personHash,
    List<String> status,
    Long note,
    String noteHash) {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();
  private static final int HASH = 18;

  static Trace of(String text) {
    try {
      return text == null ? none() : MAPPER.readValue(text, Trace.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A record that was left as it was. */
  static Trace none() {
    return new Trace(null, null, null, null, null, null, null, null);
  }

  /** A record that was made. */
  static Trace created(Object state) {
    return new Trace(hash(state), null, null, null, null, null, null, null);
  }

  /** A record that was changed; only the parts that differ are kept. */
  static Trace changed(Object before, Object after) {
    ObjectNode was = tree(before);
    ObjectNode is = tree(after);
    List<String> names = new ArrayList<>();
    is.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      if (is.get(name).equals(was.get(name))) {
        is.remove(name);
        was.remove(name);
      }
    }
    return new Trace(null, was, is, null, null, null, null, null);
  }

  /** The same with a person that was added besides. */
  Trace with(long id, Object state) {
    return new Trace(hash, before, after, id, hash(state), status, note, noteHash);
  }

  /** The same with a change of the status. */
  Trace withStatus(String was, String is) {
    return new Trace(hash, before, after, person, personHash, List.of(was, is), note, noteHash);
  }

  /** The same with a note that was written besides. */
  Trace withNote(long id, Object state) {
    return new Trace(hash, before, after, person, personHash, status, id, hash(state));
  }

  String text() {
    try {
      return MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A short word that is the same for the same state only. */
  static String hash(Object state) {
    try {
      byte[] json = MAPPER.writeValueAsString(state).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(json);
      return Base64.getEncoder().encodeToString(Arrays.copyOf(digest, HASH));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Values by their parts' names, as they come out of a text. */
  static ObjectNode tree(Object value) {
    try {
      return (ObjectNode) MAPPER.readTree(MAPPER.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A value of its parts. */
  static <T> T value(JsonNode tree, Class<T> type) {
    try {
      return MAPPER.treeToValue(tree, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
