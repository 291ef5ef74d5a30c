package org.kartoteka.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Measures our API and the same work as raw SQL side by side, in turns, in one run. */
public final class Benchmark {

  private static final int ROUNDS = 3;
  private static final Duration ROUND = Duration.ofSeconds(10);
  private static final int PAGE = 50;
  private static final int CREATES = 500;
  private static final int SOON = 100;
  private static final int COMPARED = 100_000;
  private static final List<String> PARTS =
      List.of("energ", "group", "martin", "global", "pharma", "bank", "tech", "motor");

  private final Target target;
  private final Api api;
  private final Names names = new Names();
  private final List<String> ids = new ArrayList<>();
  private final List<String> deepCursors = new ArrayList<>();
  private final List<Object[]> deepPlaces = new ArrayList<>();
  private boolean allMet = true;

  private Benchmark(Target target) {
    this.target = target;
    this.api = new Api(target);
  }

  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.ROOT);
    System.setProperty("http.maxConnections", "64");
    Target target = Target.parse(arguments);
    Benchmark benchmark = new Benchmark(target);
    boolean met = benchmark.run();
    if (target.browser()) {
      met &= new ToggleTime(target, new Api(target)).run();
    }
    System.exit(met ? 0 : 1);
  }

  private boolean run() throws SQLException, InterruptedException {
    try (RawSql sql = new RawSql(target);
        Clients clients = new Clients(target.clients())) {
      int present = Integer.parseInt(sql.texts("select count(*) from core.party").get(0));
      if (present < target.parties()) {
        allMet &= new Load(api, names).parties(present, target.parties());
        new Filling(sql, names).fill();
      }
      prepare(sql);
      System.out.printf(
          "%n%,d parties, %d clients, %d requests of each kind or for %d s, milliseconds%n%n",
          Math.max(present, target.parties()),
          target.clients(),
          target.clients() * target.requests() * ROUNDS,
          ROUND.toSeconds() * ROUNDS);
      System.out.printf(
          "%-28s %9s %9s %9s %9s %7s  %s%n",
          "",
          "API p50",
          "API p95",
          "SQL p50",
          "SQL p95",
          "ratio",
          "bar: p95 within 2 x SQL + 3 ms");
      readOne(clients, sql);
      firstPage(clients, sql);
      deepPage(clients, sql);
      searchByPart(clients, sql);
      searchByIdentifier(clients, sql);
      searchByPhone(clients, sql);
      searchBox(clients);
      checkWhileTyping(clients);
      duplicates(sql, "party", "parties");
      duplicates(sql, "person", "persons");
      create(clients, sql);
      allMet &= new ScopedLists(target, api).run(clients);
      return new MassWork(target, api, sql).run() && allMet;
    }
  }

  /** Lets the register finish what the load has left to do, and gathers what will be asked for. */
  private void prepare(RawSql sql) throws SQLException, InterruptedException {
    untilCompared();
    ids.addAll(sql.texts("select id from core.party tablesample system (5) limit 2000"));
    String after = "";
    for (int page = 0; page < 40; page++) {
      JsonNode list = api.get("/parties?limit=500" + after);
      if (!list.hasNonNull("next")) {
        break;
      }
      after = "&after=" + Api.encoded(list.get("next").asText());
      JsonNode last = list.get("items").get(list.get("items").size() - 1);
      deepCursors.add(list.get("next").asText());
      deepPlaces.add(new Object[] {last.get("name").asText(), last.get("id").asLong()});
    }
  }

  private void readOne(Clients clients, RawSql sql) {
    compare(
        "read one",
        clients,
        number -> api.read("/parties/" + ids.get(number % ids.size())),
        number ->
            sql.read(
                "select * from core.party where id = ?",
                Long.valueOf(ids.get(number % ids.size()))));
  }

  private void firstPage(Clients clients, RawSql sql) {
    compare(
        "first page of 50",
        clients,
        number -> api.read("/parties?limit=" + PAGE),
        number -> sql.read(RawSql.LIST + "order by lower(name), id limit " + (PAGE + 1)));
  }

  private void deepPage(Clients clients, RawSql sql) {
    compare(
        "deep keyset page of 50",
        clients,
        number ->
            api.read(
                "/parties?limit="
                    + PAGE
                    + "&after="
                    + Api.encoded(deepCursors.get(number % deepCursors.size()))),
        number ->
            sql.read(
                RawSql.LIST
                    + "where (lower(name), id) > (lower(?), ?) order by lower(name), id limit "
                    + (PAGE + 1),
                deepPlaces.get(number % deepPlaces.size())));
  }

  private void searchByPart(Clients clients, RawSql sql) {
    compare(
        "search by part of a name",
        clients,
        number -> api.read("/parties?limit=" + PAGE + "&query=" + part(number)),
        number ->
            sql.read(
                RawSql.LIST
                    + "where search_text like ? order by lower(name), id limit "
                    + (PAGE + 1),
                "%" + part(number) + "%"));
  }

  private void searchByIdentifier(Clients clients, RawSql sql) {
    compare(
        "search by identifier",
        clients,
        number -> api.read("/parties?limit=" + PAGE + "&query=" + nip(number)),
        number ->
            sql.read(
                RawSql.LIST
                    + "where search_text like ? order by lower(name), id limit "
                    + (PAGE + 1),
                "% " + nip(number) + " %"));
  }

  private void searchByPhone(Clients clients, RawSql sql) {
    compare(
        "search by phone",
        clients,
        number ->
            api.read("/parties?limit=" + PAGE + "&query=" + Api.encoded(names.phone(any(number)))),
        number ->
            sql.read(
                RawSql.LIST
                    + "where search_text like ? order by lower(name), id limit "
                    + (PAGE + 1),
                "%" + names.phone(any(number)).substring(1) + "%"));
  }

  private void searchBox(Clients clients) {
    Measured box =
        measure(clients, new AtomicInteger(1), number -> api.read("/search?query=" + part(number)));
    soon("search box", box);
  }

  private void checkWhileTyping(Clients clients) {
    Measured check =
        measure(
            clients,
            new AtomicInteger(1),
            number ->
                api.create(
                    "/duplicates/check",
                    "{\"kind\":\"ORGANISATION\",\"name\":\""
                        + names.company(any(number)).replace("\"", "")
                        + "\",\"phones\":[{\"kind\":\"OFFICE\",\"value\":\""
                        + names.phone(any(number))
                        + "\"}]}"));
    soon("duplicates while typing", check);
  }

  private void soon(String what, Measured measured) {
    boolean met = measured.millis(0.95) < SOON;
    allMet &= met;
    System.out.printf(
        "%-28s %9.2f %9.2f %28s %s%n",
        what,
        measured.millis(0.5),
        measured.millis(0.95),
        "",
        met ? "met (100 ms)" : "MISSED (100 ms)");
  }

  /** Lets cards be compared with all others once more. */
  private void duplicates(RawSql sql, String card, String cards)
      throws SQLException, InterruptedException {
    long begin = System.nanoTime();
    sql.write(
        List.of(
            String.format(
                "insert into core.%1$s_to_compare (%1$s_id) select id from core.%1$s order by id"
                    + " limit %2$d",
                card, COMPARED)),
        List.<Object[]>of(new Object[0]));
    untilCompared();
    double seconds = (System.nanoTime() - begin) / 1e9;
    boolean met = seconds < 60;
    allMet &= met;
    System.out.printf(
        "%-28s %,9.1f s for %,d %s %20s %s%n",
        "duplicates", seconds, COMPARED, cards, "", met ? "met (60 s)" : "MISSED (60 s)");
  }

  private void untilCompared() {
    while (waiting()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
    }
  }

  private boolean waiting() {
    JsonNode progress = api.get("/duplicates/progress");
    return progress.get("waiting").asLong() > 0 || progress.get("waitingPersons").asLong() > 0;
  }

  private int any(int number) {
    return (int) (number * 37L % Math.max(1, target.parties()));
  }

  private void create(Clients clients, RawSql sql) {
    AtomicInteger numbers = new AtomicInteger(1);
    String run = "BENCH-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX) + "-";
    Measured ours =
        measure(
            clients,
            numbers,
            number ->
                api.create(
                    "/parties",
                    "{\"kind\":\"ORGANISATION\",\"name\":\""
                        + names.company(number).replace("\"", "")
                        + "\",\"phones\":[{\"kind\":\"OFFICE\",\"value\":\"+48221234567\"}]}"));
    Measured floor =
        measure(
            clients,
            numbers,
            number ->
                sql.write(
                    List.of(
                        "insert into core.party (id, revision, kind, name, number, status, phones,"
                            + " created_at, created_by, changed_at, changed_by, search_text) values"
                            + " (nextval('core.party_seq'), 1, 'ORGANISATION', ?, ?, 'POTENTIAL',"
                            + " '[{\"kind\":\"OFFICE\",\"value\":\"+48221234567\"}]', now(), 'bench',"
                            + " now(), 'bench', ?)",
                        "insert into platform.event (type, payload, occurred_at, actor) values"
                            + " ('bench', '{}', now(), 'bench')",
                        "insert into security.audit_entry (record_type, record_id, label, act, actor, at,"
                            + " details) values ('bench', ?, ?, 'CREATED', 'bench', now(), '[]')"),
                    List.of(
                        new Object[] {
                          names.company(number),
                          run + number,
                          " " + names.company(number).toLowerCase(Locale.ROOT) + " "
                        },
                        new Object[0],
                        new Object[] {String.valueOf(number), names.company(number)})));
    boolean met = ours.perSecond() >= CREATES;
    allMet &= met;
    print("create", ours, floor, "");
    System.out.printf(
        "%-28s %,9.0f/s %18s %,9.0f/s %7s  %s%n",
        "", ours.perSecond(), "", floor.perSecond(), "", met ? "met (500/s)" : "MISSED (500/s)");
  }

  private void compare(String what, Clients clients, Clients.Request ours, Clients.Request floor) {
    AtomicInteger numbers = new AtomicInteger(1);
    clients.settle(target.spell(), numbers, ours);
    clients.warmUp(target.spell(), numbers, floor);
    Measured api = null;
    Measured sql = null;
    for (int round = 0; round < ROUNDS; round++) {
      Measured a = clients.measure(target.requests(), ROUND, numbers, ours);
      Measured s = clients.measure(target.requests(), ROUND, numbers, floor);
      api = api == null ? a : Measured.together(api, a);
      sql = sql == null ? s : Measured.together(sql, s);
    }
    boolean met = api.millis(0.95) <= 2 * sql.millis(0.95) + 3;
    allMet &= met;
    print(what, api, sql, met ? "met" : "MISSED");
  }

  private Measured measure(Clients clients, AtomicInteger numbers, Clients.Request request) {
    clients.settle(target.spell(), numbers, request);
    return clients.measure(target.requests(), ROUND, numbers, request);
  }

  private static void print(String what, Measured api, Measured sql, String verdict) {
    System.out.printf(
        "%-28s %9.2f %9.2f %9.2f %9.2f %7.2f  %s%n",
        what,
        api.millis(0.5),
        api.millis(0.95),
        sql.millis(0.5),
        sql.millis(0.95),
        api.millis(0.95) / sql.millis(0.95),
        verdict);
  }

  private static String part(int number) {
    return PARTS.get(number % PARTS.size());
  }

  private String nip(int number) {
    return names.nip(any(number));
  }
}
