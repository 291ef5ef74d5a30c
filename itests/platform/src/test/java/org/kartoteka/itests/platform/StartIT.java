package org.kartoteka.itests.platform;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.kartoteka.itests.harness.Answer;
import org.kartoteka.itests.harness.Api;
import org.kartoteka.itests.harness.Distribution;
import org.kartoteka.itests.harness.Product;
import org.kartoteka.itests.harness.Waiting;

/** The packed product, started and stopped by its own script as an administrator does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StartIT {

  private static final Duration STOP = Duration.ofSeconds(10);
  private static final Duration REFUSAL = Duration.ofSeconds(20);

  private Path folder;
  private Path home;
  private Product product;
  private String party;

  @BeforeAll
  void unpack() {
    folder = Path.of("target/start").toAbsolutePath();
    home = Distribution.unpackInto(folder);
    product = new Product(home, folder.resolve("data"));
  }

  @AfterAll
  void stop() {
    product.close();
  }

  @Test
  @Order(1)
  void the_first_start_makes_a_database_and_serves() {
    product.start();

    assertEquals(200, new Api(product.address(), null, null).get("health").status());
    assertTrue(product.output().contains("first start"), product.output());
    assertTrue(product.output().contains("http://localhost:" + product.port()), product.output());
    party =
        product
            .api()
            .post("parties", Map.of("kind", "ORGANISATION", "name", "Kept over restarts"))
            .expect(201)
            .id();
  }

  @Test
  @Order(2)
  void no_bundle_was_refreshed_while_starting() {
    List<String> refreshes =
        product.log().lines().filter(line -> line.contains("Refreshing bundles")).toList();

    assertEquals(List.of(), refreshes);
  }

  @Test
  @Order(3)
  void nothing_went_wrong_while_starting() {
    List<String> errors =
        product.log().lines().filter(line -> line.matches("\\S+ ERROR .*")).toList();

    assertEquals(List.of(), errors);
  }

  @Test
  @Order(4)
  void a_second_start_on_the_same_data_says_so_and_does_no_harm() {
    Product second = new Product(home, product.data()).launch();

    int code = second.awaitEnd(REFUSAL);

    assertNotEquals(0, code);
    assertTrue(second.output().contains("in use by another Kartoteka"), second.output());
    product.api().get("parties/" + party).expect(200);
  }

  @Test
  @Order(5)
  void a_taken_port_is_named() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
      Product other =
          new Product(home, folder.resolve("other-data"), taken.getLocalPort()).launch();

      int code = other.awaitEnd(REFUSAL);

      assertNotEquals(0, code);
      assertTrue(
          other.output().contains("port " + taken.getLocalPort())
              && other.output().contains("taken"),
          other.output());
    }
  }

  @Test
  @Order(5)
  void a_taken_port_of_the_console_is_named_when_it_was_chosen_and_left_alone_when_not()
      throws IOException {
    String chosen = Integer.toString(product.consolePort());
    Product other =
        new Product(home, folder.resolve("console-data"))
            .with("KARTOTEKA_CONSOLE_PORT", chosen)
            .launch();
    assertNotEquals(0, other.awaitEnd(REFUSAL));
    assertTrue(other.output().contains("port " + chosen + " for the console"), other.output());

    try (ServerSocket usual = usualConsole();
        Product another =
            new Product(home, folder.resolve("console-data")).with("KARTOTEKA_CONSOLE_PORT", "")) {
      another.launch();
      Waiting.until(
          "another port for the console",
          REFUSAL,
          () -> another.output().contains("console listens on port 81"));
    }
  }

  /** Holds the usual port of the console, unless somebody else has it anyway. */
  private static ServerSocket usualConsole() throws IOException {
    try {
      return new ServerSocket(8101, 5, InetAddress.getByName("127.0.0.1"));
    } catch (BindException held) {
      return new ServerSocket(0);
    }
  }

  @Test
  @Order(6)
  void who_stops_it_in_its_first_moments_leaves_nothing_running() {
    Path data = folder.resolve("brief-data");
    for (int times = 0; times < 5; times++) {
      try (Product brief = new Product(home, data).launch()) {
        Waiting.until(
            "its first words", REFUSAL, () -> brief.output().contains("starts; its data"));
      }
      assertEquals(List.of(), of(data));
    }
  }

  /** The processes that work on a data folder. */
  private static List<String> of(Path data) {
    return ProcessHandle.allProcesses()
        .flatMap(process -> process.info().commandLine().stream())
        .filter(line -> line.contains(data.toString()))
        .toList();
  }

  @Test
  @Order(6)
  void a_data_folder_that_cannot_be_written_is_named() throws IOException {
    Path file = Files.writeString(folder.resolve("no-folder"), "");
    Product other = new Product(home, file.resolve("data")).with("KARTOTEKA_LOG", "text");

    int code = other.launch().awaitEnd(REFUSAL);

    assertNotEquals(0, code);
    assertTrue(other.output().contains("is not writable"), other.output());
  }

  @Test
  @Order(7)
  void it_stops_in_time_and_leaves_nothing_running() {
    List<ProcessHandle> processes = product.processes();
    long postmaster = product.postmasterPid();

    Duration duration = product.stop();

    assertTrue(duration.compareTo(STOP) < 0, () -> "stopping took " + duration);
    Waiting.until(
        "the end of all processes",
        Duration.ofSeconds(5),
        () ->
            !Product.isRunning(postmaster)
                && processes.stream().map(ProcessHandle::pid).noneMatch(Product::isRunning));
  }

  @Test
  @Order(8)
  void the_next_start_finds_everything_again() {
    product.with("KARTOTEKA_TOKEN_RATE", "1");
    long from = System.nanoTime();
    product.start();
    Duration start = Duration.ofNanos(System.nanoTime() - from);

    assertAll(
        () ->
            assertEquals(
                "Kept over restarts",
                product.api().get("parties/" + party).expect(200).json().path("name").asText()),
        () -> assertFalse(product.output().contains("first start"), product.output()),
        () ->
            assertTrue(start.compareTo(Duration.ofSeconds(60)) < 0, () -> "starting took " + start),
        () ->
            assertEquals(
                0, product.log().lines().filter(l -> l.contains("Refreshing bundles")).count()));
  }

  @Test
  @Order(9)
  void a_token_asks_as_often_as_was_chosen_at_the_start_and_is_told_when_to_ask_again() {
    Api token = product.api().byToken();
    int passed = 0;
    Answer answer = token.get("me");
    while (answer.status() == 200 && passed < 1000) {
      passed++;
      answer = token.get("me");
    }

    answer.expect(429);
    assertEquals("1", answer.headers().firstValue("Retry-After").orElse(null));
    assertTrue(passed >= 10 && passed < 1000, passed + " passed at 1 a second, 10 at once");
    product.api().get("me").expect(200);
  }
}
