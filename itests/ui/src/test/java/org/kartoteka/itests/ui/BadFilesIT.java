package org.kartoteka.itests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kartoteka.itests.harness.Answer;
import org.kartoteka.itests.harness.Api;
import org.kartoteka.itests.harness.Product;
import org.kartoteka.itests.harness.Waiting;

/**
 * Files that are hardly tables: a clear outcome for each, never a failure, never half an import.
 */
@OnProduct
class BadFilesIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final Api api;

  BadFilesIT(Product product) {
    this.api = product.api();
  }

  /**
   * A file to be imported.
   *
   * @param accepted how many of its rows must become parties; -1 when it is no table at all
   */
  record BadFile(String name, byte[] content, int accepted) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<BadFile> files() {
    return Stream.of(
        new BadFile("empty", new byte[0], -1),
        new BadFile("only a heading", bytes("name;city\n"), 0),
        new BadFile("byte order mark", bytes("\ufeffname;city\nBom Ltd;Łódź\n"), 1),
        new BadFile("UTF-16", "name;city\nWide Ltd;Sofia\n".getBytes(StandardCharsets.UTF_16), 1),
        new BadFile(
            "Windows-1250",
            "name;city\nZażółć Sp. z o.o.;Łódź\n".getBytes(Charset.forName("windows-1250")),
            1),
        new BadFile(
            "Windows-1251",
            "name;city\nРомашка и сыновья;Москва\n".getBytes(Charset.forName("windows-1251")),
            1),
        new BadFile("comma and quotes", bytes("name,city\n\"Quoted, \"\"Ltd\"\"\",\"A\nB\"\n"), 1),
        new BadFile("tabs", bytes("name\tcity\nTabbed Ltd\tRuse\n"), 1),
        new BadFile("old Mac lines", bytes("name;city\rMac Ltd;Varna\r"), 1),
        new BadFile("open quote", bytes("name;city\n\"Never closed;Varna\nNext;Ruse\n"), -2),
        new BadFile("ragged rows", bytes("name;city\nShort\nLong;Ruse;more;and more\n"), -2),
        new BadFile("same heading twice", bytes("name;name\nOne;Two\n"), -2),
        new BadFile("nul characters", bytes("name;city\nNul\u0000Ltd;Ruse\n"), -2),
        new BadFile("formulas", bytes("name;city\n=1+1;@SUM(A1)\n"), 1),
        new BadFile("a huge field", bytes("name;city\n" + "x".repeat(2_000_000) + ";Ruse\n"), -2),
        new BadFile("noise", noise(), -2),
        new BadFile(
            "a picture's head", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, -2),
        new BadFile("a thousand columns", bytes(columns(1000)), -2));
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_file_has_a_clear_outcome(BadFile file) {
    Answer preview =
        api.form("imports/preview", "file.csv", file.content(), Map.of("type", "party"));
    assertTrue(preview.status() < 500, preview::toString);
    Answer trial = start(file, true);
    Answer started = start(file, false);

    if (file.accepted() == -1) {
      assertTrue(started.status() == 400 || started.status() == 422, started::toString);
    }
    if (started.status() >= 300) {
      assertTrue(started.status() < 500, started::toString);
      assertTrue(!started.json().path("title").asText().isBlank(), started::toString);
      return;
    }
    assertEquals(201, trial.status(), trial::toString);
    JsonNode view = ended(started.id());
    long sum =
        view.path("created").asLong()
            + view.path("updated").asLong()
            + view.path("skipped").asLong()
            + view.path("refused").asLong();
    assertEquals(view.path("done").asLong(), sum, view::toString);
    if (file.accepted() >= 0) {
      assertEquals(file.accepted(), view.path("created").asInt(), view::toString);
    }
    api.get("imports/" + started.id() + "/rows").expect(200);
    api.get("imports/" + started.id() + "/refused.csv").expect(200);
  }

  private Answer start(BadFile file, boolean dryRun) {
    return api.form(
        "imports",
        "file.csv",
        file.content(),
        Map.of("type", "party", "dryRun", Boolean.toString(dryRun)));
  }

  private JsonNode ended(String id) {
    Waiting.until(
        "the end of import " + id,
        SOON,
        () ->
            !api.get("imports/" + id).expect(200).json().path("state").asText().equals("RUNNING"));
    return api.get("imports/" + id).json();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] noise() {
    byte[] bytes = new byte[10_000];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private static String columns(int number) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(bytes("name"));
    for (int i = 1; i < number; i++) {
      out.writeBytes(bytes(";c" + i));
    }
    out.writeBytes(bytes("\nMany columns Ltd" + ";x".repeat(number - 1) + "\n"));
    return out.toString(StandardCharsets.UTF_8);
  }
}
