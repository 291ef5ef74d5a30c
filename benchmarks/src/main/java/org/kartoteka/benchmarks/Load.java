package org.kartoteka.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Fills the register by the product's own CSV import. */
final class Load {

  private static final int ROWS_A_FILE = 1_000_000;
  private static final double BAR = 3000;

  private final Api api;
  private final Names names;

  Load(Api api, Names names) {
    this.api = api;
    this.names = names;
  }

  /** Imports made-up parties with the numbers from one to the other. */
  boolean parties(int from, int to) {
    long begin = System.nanoTime();
    for (int first = from; first < to; first += ROWS_A_FILE) {
      importFile(first, Math.min(to, first + ROWS_A_FILE));
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    boolean met = (to - from) / seconds >= BAR;
    System.out.printf(
        "%nCSV import of %,d parties: %.1f s, %,.0f rows/s  %s%n",
        to - from, seconds, (to - from) / seconds, met ? "met (3,000/s)" : "MISSED (3,000/s)");
    return met;
  }

  private void importFile(int from, int to) {
    StringBuilder csv = new StringBuilder("name,city,PL_NIP,email,phone\n");
    for (int number = from; number < to; number++) {
      csv.append('"')
          .append(names.company(number).replace("\"", "\"\""))
          .append("\",\"")
          .append(names.city(number))
          .append("\",")
          .append(names.nip(number))
          .append(",office")
          .append(number)
          .append("@example.org,")
          .append(names.phone(number))
          .append('\n');
    }
    JsonNode started = api.post("/imports?type=party", "text/csv", csv.toString());
    String address = "/imports/" + started.get("id").asText();
    JsonNode state = started;
    while (state.get("state").asText().equals("RUNNING")) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
      state = api.get(address);
    }
    if (!state.get("state").asText().equals("DONE") || state.get("created").asInt() != to - from) {
      throw new IllegalStateException("the import went wrong: " + state);
    }
  }
}
