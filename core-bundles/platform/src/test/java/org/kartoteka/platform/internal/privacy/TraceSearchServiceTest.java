package org.kartoteka.platform.internal.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.privacy.TraceSearch.Trace;
import org.kartoteka.platform.api.settings.Installation;
import org.kartoteka.testing.JpaUnitOfWork;
import org.kartoteka.testing.PostgresFixture;

/** Every column that can hold a text is read, and named when it holds one of the wanted. */
class TraceSearchServiceTest {

  @TempDir private Path folder;
  private final UnitOfWork unitOfWork =
      new JpaUnitOfWork(PostgresFixture.create().migrate("platform").dataSource());

  @BeforeEach
  void table() {
    run(
        "create table platform.odd (id bigint, pattern text, \"Mixed case\" text, words text[],"
            + " plain text collate \"C\", sorted text collate \"und-x-icu\","
            + " data jsonb, bytes bytea, number bigint)");
    run("create table platform.bare (id bigint, bytes bytea)");
    run("create table platform.none (id bigint)");
  }

  @Test
  void a_text_is_found_in_each_column_and_the_rows_are_counted() {
    run(
        "insert into platform.odd (id, pattern, \"Mixed case\", words, data, bytes, number)"
            + " values (1, 'JAN  kowalski', 'Jan Kowalski', '{a,Jan Kowalski}', '{\"a\": \"Jan Kowalski\"}', convert_to('x Jan Kowalski x', 'UTF8'), 1)");
    run("insert into platform.odd (id, pattern) values (2, 'Jan Kowalski')");
    run(
        "insert into platform.odd (pattern, \"Mixed case\", words) values ('Jan', 'Kowalski',"
            + " '{Jan,Kowalski}')");
    run("insert into platform.bare values (1, convert_to('JAN KOWALSKI', 'UTF8'))");

    assertEquals(
        List.of(
            new Trace("platform.bare.bytes", 1),
            new Trace("platform.odd.pattern", 2),
            new Trace("platform.odd.\"Mixed case\"", 1),
            new Trace("platform.odd.words", 1),
            new Trace("platform.odd.data", 1),
            new Trace("platform.odd.bytes", 1)),
        find("Jan Kowalski"));
  }

  @Test
  void a_phone_is_found_however_it_is_grouped_and_a_mark_as_it_is() {
    run("insert into platform.odd (pattern) values ('call 600-100.200 now')");
    run("insert into platform.odd (\"Mixed case\") values ('A.B@example.com')");
    run("insert into platform.odd (\"Mixed case\") values ('axb@example.com')");

    assertEquals(List.of(new Trace("platform.odd.pattern", 1)), find("+48 600 100 200"));
    assertEquals(
        List.of(new Trace("platform.odd.\"Mixed case\"", 1)), find("a.b@example.com", " "));
    run("insert into platform.odd (plain, sorted) values ('ИВАНОВ', 'иванов')");
    assertEquals(
        List.of(new Trace("platform.odd.plain", 1), new Trace("platform.odd.sorted", 1)),
        find("Иванов"));
    assertEquals(List.of(), find("nobody"));
    assertEquals(List.of(), find(" "));
  }

  @Test
  void several_are_looked_for_in_one_reading_and_each_is_told_its_own() {
    run("insert into platform.odd (pattern) values ('Jan Kowalski'), ('Anna Nowak'), ('Nowak')");
    run("insert into platform.odd (words) values ('{Anna Nowak}')");
    TraceSearchService search = new TraceSearchService(unitOfWork, new FolderInstallation(folder));

    List<List<Trace>> found =
        unitOfWork.call(
            () ->
                search.findEach(
                    List.of(
                        List.of("Jan Kowalski", "+48 600 100 200"),
                        List.of(),
                        List.of("Nowak"),
                        List.of("nobody"))));

    assertEquals(
        List.of(
            List.of(new Trace("platform.odd.pattern", 1)),
            List.of(),
            List.of(new Trace("platform.odd.pattern", 2), new Trace("platform.odd.words", 1)),
            List.of()),
        found);
  }

  private List<Trace> find(String... texts) {
    TraceSearchService search = new TraceSearchService(unitOfWork, new FolderInstallation(folder));
    return unitOfWork.call(() -> search.find(List.of(texts)));
  }

  private void run(String sql) {
    unitOfWork.run(() -> Sql.of(unitOfWork, sql).update());
  }

  private record FolderInstallation(Path root) implements Installation {

    @Override
    public Path folder(String name) {
      return root;
    }

    @Override
    public Optional<String> startSetting(String name) {
      return Optional.empty();
    }
  }
}
