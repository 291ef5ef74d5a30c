package org.kartoteka.rest.internal;

import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/** The id that ties a call to its log lines and, when its caller named it, SQL statements. */
final class Correlation implements AutoCloseable {

  static final String HEADER = "X-Correlation-Id";

  private static final String KEY = "correlation";
  private static final String TRACED = "traced";
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final String before = MDC.get(KEY);
  private final String id;

  private Correlation(String id, boolean traced) {
    this.id = id;
    MDC.put(KEY, id);
    if (traced) {
      MDC.put(TRACED, "true");
    }
  }

  /** Takes the caller's id when it is sane, else makes one; it holds until closed. */
  static Correlation of(String wanted) {
    boolean named = wanted != null && SANE.matcher(wanted).matches();
    return new Correlation(
        named ? wanted : UUID.randomUUID().toString().replace("-", "").substring(0, 16), named);
  }

  String id() {
    return id;
  }

  @Override
  public void close() {
    MDC.remove(TRACED);
    if (before == null) {
      MDC.remove(KEY);
    } else {
      MDC.put(KEY, before);
    }
  }
}
