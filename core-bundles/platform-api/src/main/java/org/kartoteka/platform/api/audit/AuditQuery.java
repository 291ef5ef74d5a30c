package org.kartoteka.platform.api.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/**
 * Which entries are wanted; null means any. It can be kept as {@link #fields()}, under the names of
 * the HTTP API: in the address of a page, in the order of an export.
 *
 * @param actor the sign-in name of who did it
 * @param text a part of what the record was called
 * @param from the first instant
 * @param until the first instant that is not wanted any more
 */
public record AuditQuery(
    String actor,
    AuditAct act,
    String recordType,
    String recordId,
    String text,
    Instant from,
    Instant until) {

  /** What the database can count in. */
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  public AuditQuery {
    actor = blank(actor) ? null : actor.strip();
    recordType = blank(recordType) ? null : recordType.strip();
    recordId = blank(recordId) ? null : recordId.strip();
    text = blank(text) ? null : text.strip();
  }

  /** Every entry. */
  public static AuditQuery all() {
    return new AuditQuery(null, null, null, null, null, null, null);
  }

  /**
   * From fields as {@link #fields()} gives them; a time may be a day, which begins at midnight of
   * this machine.
   *
   * @throws InvalidInput for a name or value that means nothing
   */
  public static AuditQuery of(Map<String, List<String>> fields) {
    Map<String, String> left = new LinkedHashMap<>();
    fields.forEach(
        (name, values) ->
            left.put(name, values == null || values.isEmpty() ? null : values.get(0)));
    List<FieldError> errors = new ArrayList<>();
    AuditQuery query =
        new AuditQuery(
            left.remove("actor"),
            act(left.remove("act"), errors),
            left.remove("recordType"),
            left.remove("recordId"),
            left.remove("query"),
            instant("from", left.remove("from"), errors),
            instant("until", left.remove("until"), errors));
    left.keySet().forEach(name -> errors.add(FieldError.of(name, "unknownCriterion", name)));
    InvalidInput.throwIfAny(errors);
    return query;
  }

  /** The criteria by the names of the HTTP API. */
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    put(fields, "actor", actor);
    put(fields, "act", act);
    put(fields, "recordType", recordType);
    put(fields, "recordId", recordId);
    put(fields, "query", text);
    put(fields, "from", from);
    put(fields, "until", until);
    return fields;
  }

  private static void put(Map<String, Object> fields, String name, Object value) {
    if (value != null) {
      fields.put(name, value.toString());
    }
  }

  private static AuditAct act(String name, List<FieldError> errors) {
    if (blank(name)) {
      return null;
    }
    return Arrays.stream(AuditAct.values())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseGet(
            () -> {
              errors.add(FieldError.of("act", "choice", acts()));
              return null;
            });
  }

  private static Instant instant(String field, String text, List<FieldError> errors) {
    if (blank(text)) {
      return null;
    }
    try {
      Instant instant =
          text.indexOf('T') > 0
              ? Instant.parse(text)
              : LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant();
      if (!instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
        return instant;
      }
    } catch (DateTimeException e) {
      // What is wrong with it is told below.
    }
    errors.add(FieldError.of(field, "date"));
    return null;
  }

  private static String acts() {
    return Arrays.stream(AuditAct.values()).map(Enum::name).collect(Collectors.joining(", "));
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
