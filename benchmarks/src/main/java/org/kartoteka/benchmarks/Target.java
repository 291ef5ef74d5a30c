package org.kartoteka.benchmarks;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What is measured, and how: from the command line. */
record Target(
    String url,
    String user,
    String password,
    String jdbcUrl,
    String jdbcUser,
    String jdbcPassword,
    int parties,
    int clients,
    int requests,
    Duration spell,
    int contractLines,
    int invoiceLines,
    boolean browser) {

  static Target parse(String[] arguments) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      values.put(arguments[i], arguments[i + 1]);
    }
    return new Target(
        values.getOrDefault("--url", "http://127.0.0.1:8080"),
        values.getOrDefault("--user", "admin"),
        required(values, "--password"),
        required(values, "--jdbc-url"),
        required(values, "--jdbc-user"),
        required(values, "--jdbc-password"),
        Integer.parseInt(values.getOrDefault("--parties", "100000")),
        Integer.parseInt(values.getOrDefault("--clients", "8")),
        Integer.parseInt(values.getOrDefault("--requests", "250")),
        Duration.ofSeconds(Long.parseLong(values.getOrDefault("--spell", "5"))),
        Integer.parseInt(values.getOrDefault("--contract-lines", "100000")),
        Integer.parseInt(values.getOrDefault("--invoice-lines", "1000000")),
        Boolean.parseBoolean(values.getOrDefault("--browser", "true")));
  }

  private static String required(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }
}
