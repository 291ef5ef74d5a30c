package org.kartoteka.core.internal.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Values of custom fields: texts, numbers, truth values, lists and maps of them. */
final class CustomValues {

  private static final int MOST = 200;
  private static final int DEPTH = 5;
  private static final int TEXT = 10_000;
  private static final int NAME = 100;

  private final Findings findings;
  private int values;

  private CustomValues(Findings findings) {
    this.findings = findings;
  }

  static Map<String, Object> normal(Map<String, Object> given, Findings findings) {
    return new CustomValues(findings).map("custom", given, 0);
  }

  private Map<String, Object> map(String field, Map<?, ?> given, int depth) {
    Map<String, Object> normal = new TreeMap<>();
    given.forEach(
        (key, value) -> {
          String name = findings.line(field, String.valueOf(key), NAME);
          Object cleaned = value(field + "." + name, value, depth + 1);
          if (name != null && cleaned != null) {
            normal.put(name, cleaned);
          }
        });
    return new LinkedHashMap<>(normal);
  }

  private List<Object> list(String field, Collection<?> given, int depth) {
    List<Object> normal = new ArrayList<>();
    for (Object value : given) {
      Object cleaned = value(field, value, depth + 1);
      if (cleaned != null) {
        normal.add(cleaned);
      }
    }
    return normal;
  }

  private Object value(String field, Object value, int depth) {
    if (++values > MOST || depth > DEPTH) {
      if (values == MOST + 1 || depth == DEPTH + 1) {
        findings.add("custom", "depth");
      }
      return null;
    }
    if (value instanceof Map<?, ?> map) {
      return map(field, map, depth);
    }
    if (value instanceof Collection<?> collection) {
      return list(field, collection, depth);
    }
    if (value instanceof Number || value instanceof Boolean || value == null) {
      return value;
    }
    return findings.text(field, value.toString(), TEXT);
  }
}
