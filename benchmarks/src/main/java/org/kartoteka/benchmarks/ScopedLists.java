package org.kartoteka.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Lists of people who reach only their own parties, or those of their branch, beside the same lists
 * of who reaches all. The parties are given to them by a bulk act, which is undone at the end; both
 * are timed.
 */
final class ScopedLists {

  private static final double BAR = 1.3;
  private static final int ROUNDS = 3;
  private static final int PAGE = 50;
  private static final int DEEP_PAGES = 20;
  private static final Duration ROUND = Duration.ofSeconds(10);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
  private static final String PASSWORD = "a benchmark is no secret";

  private final Target target;
  private final Api all;
  private final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
  private boolean met = true;

  ScopedLists(Target target, Api all) {
    this.target = target;
    this.all = all;
  }

  boolean run(Clients clients) {
    String branch =
        id(all.post("/branches", "application/json", "{\"name\":\"Bench " + run + "\"}"));
    String seller = user("seller", "OWN", branch);
    String colleague = user("colleague", "OWN", branch);
    user("chief", "BRANCH", branch);
    List<String> acts = List.of(give("group", seller), give("tech", colleague));
    System.out.printf(
        "%n%-44s %9s %9s %9s %9s %7s  %s%n",
        "lists with a scope",
        "scope p50",
        "scope p95",
        "all p50",
        "all p95",
        "ratio",
        "bar: p95 within 1.3 x");
    compare(clients, "own parties", new Api(target.url(), "seller-" + run, PASSWORD));
    compare(clients, "parties of a branch", new Api(target.url(), "chief-" + run, PASSWORD));
    acts.forEach(this::takeBack);
    return met;
  }

  private String user(String name, String extent, String branch) {
    String role = "bench-" + name + "-" + run;
    all.put(
        "/roles/" + role,
        "{\"permissions\":[\"core.party.read\"],\"scopes\":[{\"action\":\"READ\",\"extent\":\""
            + extent
            + "\"}]}");
    return id(
        all.post(
            "/users",
            "application/json",
            "{\"name\":\""
                + name
                + "-"
                + run
                + "\",\"fullName\":\"Bench\",\"language\":\"en\",\"roles\":[\""
                + role
                + "\"],\"branchId\":\""
                + branch
                + "\",\"password\":\""
                + PASSWORD
                + "\"}"));
  }

  /** Makes the user the owner of all parties that have the text in their names. */
  private String give(String text, String owner) {
    JsonNode act =
        all.post(
            "/bulk-acts",
            "application/json",
            "{\"verb\":\"OWNER\",\"filter\":{\"query\":\""
                + text
                + "\"},\"owner\":\""
                + owner
                + "\"}");
    return finished("bulk act: owner", act);
  }

  private void takeBack(String act) {
    finished("bulk act undone", all.delete("/bulk-acts/" + act));
  }

  private String finished(String what, JsonNode started) {
    long begin = System.nanoTime();
    JsonNode act = started;
    while (act.get("state").asText().equals("RUNNING")) {
      LockSupport.parkNanos(PAUSE);
      act = all.get("/bulk-acts/" + started.get("id").asText());
    }
    if (!act.get("state").asText().equals("DONE")) {
      throw new IllegalStateException("the bulk act went wrong: " + act);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        "%-28s %,d parties in %.1f s, %,.0f/s%n",
        what, act.get("changed").asLong(), seconds, act.get("changed").asLong() / seconds);
    return id(started);
  }

  private void compare(Clients clients, String who, Api scoped) {
    List<String> own = deepPages(scoped);
    List<String> everybodys = deepPages(all);
    compare(
        clients,
        who + ", first page of 50",
        number -> scoped.read("/parties?limit=" + PAGE),
        number -> all.read("/parties?limit=" + PAGE));
    compare(
        clients,
        who + ", deep keyset page of 50",
        number -> scoped.read(own.get(number % own.size())),
        number -> all.read(everybodys.get(number % everybodys.size())));
    compare(
        clients,
        who + ", search by part of a name",
        number -> scoped.read("/parties?limit=" + PAGE + "&query=martin"),
        number -> all.read("/parties?limit=" + PAGE + "&query=martin"));
  }

  private List<String> deepPages(Api api) {
    List<String> pages = new ArrayList<>();
    JsonNode page = api.get("/parties?limit=500");
    while (pages.size() < DEEP_PAGES && page.hasNonNull("next")) {
      String after = "&after=" + Api.encoded(page.get("next").asText());
      pages.add("/parties?limit=" + PAGE + after);
      page = api.get("/parties?limit=500" + after);
    }
    return pages;
  }

  private void compare(
      Clients clients, String what, Clients.Request scoped, Clients.Request unscoped) {
    AtomicInteger numbers = new AtomicInteger(1);
    clients.settle(target.spell(), numbers, scoped);
    clients.settle(target.spell(), numbers, unscoped);
    Measured ours = clients.measure(target.requests(), ROUND, numbers, scoped);
    Measured theirs = clients.measure(target.requests(), ROUND, numbers, unscoped);
    for (int round = 1; round < ROUNDS; round++) {
      ours = Measured.together(ours, clients.measure(target.requests(), ROUND, numbers, scoped));
      theirs =
          Measured.together(theirs, clients.measure(target.requests(), ROUND, numbers, unscoped));
    }
    double ratio = ours.millis(0.95) / theirs.millis(0.95);
    met &= ratio <= BAR;
    System.out.printf(
        "%-44s %9.2f %9.2f %9.2f %9.2f %7.2f  %s%n",
        what,
        ours.millis(0.5),
        ours.millis(0.95),
        theirs.millis(0.5),
        theirs.millis(0.95),
        ratio,
        ratio <= BAR ? "met" : "MISSED");
  }

  private static String id(JsonNode created) {
    return created.get("id").asText();
  }
}
