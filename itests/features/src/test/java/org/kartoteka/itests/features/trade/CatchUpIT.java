package org.kartoteka.itests.features.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertIterableEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kartoteka.itests.harness.Database;
import org.kartoteka.itests.harness.Distribution;
import org.kartoteka.itests.harness.Product;
import org.kartoteka.itests.harness.RunningProduct;
import org.kartoteka.itests.harness.Waiting;

/**
 * Commissions that was stopped, killed while it caught up, and stopped again has the ledger of a
 * twin that was never stopped. Eight clients trade at once, each for a salesperson of its own. The
 * numbers of contracts and invoices are few unless {@code kartoteka.trade.contracts} and {@code
 * kartoteka.trade.invoices} say otherwise; the twin is another house in the same product, or in a
 * product of its own when {@code kartoteka.trade.apart} is set.
 */
@ExtendWith(RunningProduct.class)
class CatchUpIT {

  private static final System.Logger LOG = System.getLogger(CatchUpIT.class.getName());
  private static final int TRADERS = 8;
  private static final int CONTRACTS = Integer.getInteger("kartoteka.trade.contracts", 16);
  private static final int INVOICES = Integer.getInteger("kartoteka.trade.invoices", 160);
  private static final boolean APART = Boolean.getBoolean("kartoteka.trade.apart");
  private static final int CUSTOMERS = Math.max(4, CONTRACTS / TRADERS / 4);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Product product;

  CatchUpIT(Product product) {
    this.product = product;
  }

  @Test
  void the_ledger_is_that_of_a_twin_that_was_never_stopped() {
    List<String> expected = APART ? ledgerOfTwinApart() : ledgerOfTwin(product);
    TradingHouse house = new TradingHouse(product, "house", CUSTOMERS);
    house.open(TRADERS);
    untilHandled(house);

    switchTo("STOPPED");
    tradeUntilThePlanChanges(house);
    long missed = house.waiting();
    long left = changeThePlanAndKillIn(house);
    assertTrue(left > 0 && left <= missed, left + " of " + missed + " were left at the kill");
    long restarted = System.nanoTime();
    product.start();
    untilHandled(house);
    LOG.log(
        Level.INFO,
        "{0} of {1} events caught up after the kill, start included: {2} s",
        left,
        missed,
        seconds(restarted));

    switchTo("STOPPED");
    tradeAfterThePlanChanged(house);
    long waiting = house.waiting();
    assertTrue(waiting > INVOICES / 4, waiting + " events wait");
    long started = System.nanoTime();
    JsonNode outcome = switchTo("ACTIVE");
    assertEquals(
        waiting,
        outcome.path("caughtUp").asLong() + outcome.path("stillWaiting").asLong(),
        outcome::toString);
    untilHandled(house);
    LOG.log(Level.INFO, "{0} events caught up: {1} s", waiting, seconds(started));

    List<String> ledger = house.ledger();
    assertTrue(ledger.size() > INVOICES, ledger.size() + " rows");
    assertIterableEquals(expected, ledger);
    assertEquals(List.of(), TradingHouse.gaps(product));
    LOG.log(Level.INFO, "{0} rows of the ledger are the same", ledger.size());
  }

  private static void tradeUntilThePlanChanges(TradingHouse house) {
    house.trade(CONTRACTS / 2, INVOICES / 2);
    house.tellOfLatecomer();
    house.trade(CONTRACTS / 4, INVOICES / 4);
  }

  private static void tradeAfterThePlanChanged(TradingHouse house) {
    house.trade(CONTRACTS / 4, INVOICES / 4);
    house.tellOfLatecomer();
  }

  /**
   * Starts commissions, changes the plan while it stands in the middle of a batch, and kills the
   * product there.
   *
   * @return how many events were not caught up
   */
  private long changeThePlanAndKillIn(TradingHouse house) {
    try (Database holding = house.holdLatecomer();
        Database watching = new Database(product)) {
      CompletableFuture<?> start = CompletableFuture.runAsync(() -> switchTo("ACTIVE"));
      Waiting.until(
          "commissions stands in the middle of a batch",
          PATIENCE,
          () ->
              watching.number(
                      "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                          + " and query like '%commissions.beneficiary%'")
                  > 0);
      house.changePlan();
      long left = house.waiting();
      product.killJava();
      start.handle((done, broken) -> broken).join();
      return left;
    }
  }

  private static List<String> ledgerOfTwinApart() {
    Path folder = Path.of("target/twin").toAbsolutePath();
    Path home = Distribution.unpackInto(folder);
    try (Product other = new Product(home, folder.resolve("data")).start()) {
      return ledgerOfTwin(other);
    }
  }

  private static List<String> ledgerOfTwin(Product product) {
    TradingHouse twin = new TradingHouse(product, "twin", CUSTOMERS);
    twin.open(TRADERS);
    tradeUntilThePlanChanges(twin);
    twin.changePlan();
    tradeAfterThePlanChanged(twin);
    untilHandled(twin);
    return twin.ledger();
  }

  private static void untilHandled(TradingHouse house) {
    Waiting.until("all events are handled", PATIENCE, () -> house.waiting() == 0);
  }

  private JsonNode switchTo(String state) {
    return product.api().patch("features/commissions", Map.of("state", state)).expect(200).json();
  }

  private static long seconds(long from) {
    return Duration.ofNanos(System.nanoTime() - from).toSeconds();
  }
}
