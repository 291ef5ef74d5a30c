package org.kartoteka.platform.internal.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.privacy.TracePattern;
import org.kartoteka.platform.api.privacy.TraceSearch;
import org.kartoteka.platform.api.settings.Installation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Searches all schemas with what the database itself says of their columns. */
@Component
public final class TraceSearchService implements TraceSearch {

  /** How many digits a number has at home, mostly. */
  private static final int NATIONAL = 9;

  private final UnitOfWork unitOfWork;
  private final Installation installation;

  @Activate
  public TraceSearchService(
      @Reference UnitOfWork unitOfWork, @Reference Installation installation) {
    this.unitOfWork = unitOfWork;
    this.installation = installation;
  }

  /** A column that can hold a text. */
  private record Column(String table, String name, boolean bytes) {

    String place() {
      return table + "." + name;
    }
  }

  @Override
  public List<List<Trace>> findEach(List<? extends Collection<String>> each) {
    List<List<String>> wanted =
        each.stream()
            .map(texts -> texts.stream().filter(text -> !text.isBlank()).distinct().toList())
            .toList();
    List<String> all = wanted.stream().flatMap(List::stream).distinct().toList();
    if (all.isEmpty()) {
      return wanted.stream().<List<Trace>>map(none -> List.of()).toList();
    }
    Map<String, List<Column>> tables =
        unitOfWork.read(this::columns).stream()
            .collect(Collectors.groupingBy(Column::table, TreeMap::new, Collectors.toList()));
    List<List<Trace>> found = wanted.stream().<List<Trace>>map(texts -> new ArrayList<>()).toList();
    for (List<Column> table : tables.values()) {
      List<Trace> any = unitOfWork.read(() -> in(table, all));
      for (int i = 0; i < found.size() && !any.isEmpty(); i++) {
        List<String> texts = wanted.get(i);
        found.get(i).addAll(found.size() == 1 ? any : unitOfWork.read(() -> in(table, texts)));
      }
    }
    files(wanted, found);
    return found;
  }

  private List<Column> columns() {
    return Sql.of(
            unitOfWork,
            """
            select quote_ident(c.table_schema) || '.' || quote_ident(c.table_name) as place,
                   quote_ident(c.column_name) as name, c.udt_name = 'bytea' as bytes
              from information_schema.columns c
              join information_schema.tables t using (table_schema, table_name)
             where t.table_type = 'BASE TABLE'
               and c.table_schema not in ('pg_catalog', 'information_schema')
               and c.udt_name in ('text', 'varchar', 'bpchar', 'name', 'json', 'jsonb', 'xml',
                                  '_text', '_varchar', 'bytea')
             order by 1, c.ordinal_position
            """)
        .list(
            row ->
                new Column(row.getString("place"), row.getString("name"), row.getBoolean("bytes")));
  }

  private List<Trace> in(List<Column> table, List<String> texts) {
    if (texts.isEmpty()) {
      return List.of();
    }
    List<Trace> traces = new ArrayList<>();
    List<Column> words = table.stream().filter(column -> !column.bytes()).toList();
    if (!words.isEmpty()) {
      traces.addAll(inWords(words, TracePattern.of(texts)));
    }
    for (Column column : table) {
      long rows = column.bytes() ? inBytes(column, texts) : 0;
      if (rows > 0) {
        traces.add(new Trace(column.place(), rows));
      }
    }
    return traces;
  }

  /**
   * Reads the table once: few rows hold anything, and only of those it is asked in which column.
   */
  private List<Trace> inWords(List<Column> words, String pattern) {
    String counts =
        words.stream()
            .map(
                column ->
                    "count(*) filter (where t."
                        + column.name()
                        + "::text collate \"und-x-icu\" ~* x.pattern)")
            .collect(Collectors.joining(", "));
    String whole =
        words.stream()
            .map(column -> "t." + column.name() + "::text")
            .collect(Collectors.joining(", "));
    return Sql.of(
            unitOfWork,
            "select "
                + counts
                + " from "
                + words.get(0).table()
                + " t, (select ?::text as pattern) x where concat_ws(E'\n', "
                + whole
                + ") collate \"und-x-icu\" ~* ?",
            pattern,
            pattern)
        .list(
            row -> {
              List<Trace> traces = new ArrayList<>();
              for (int i = 0; i < words.size(); i++) {
                if (row.getLong(i + 1) > 0) {
                  traces.add(new Trace(words.get(i).place(), row.getLong(i + 1)));
                }
              }
              return traces;
            })
        .get(0);
  }

  private long inBytes(Column column, List<String> texts) {
    return Sql.of(
            unitOfWork,
            "select count(*) from "
                + column.table()
                + " where exists (select from unnest(?::text[]) as t (x) where"
                + " position(convert_to(t.x, 'UTF8') in "
                + column.name()
                + ") > 0)",
            texts.stream().flatMap(TraceSearchService::spellings).distinct().toList())
        .number();
  }

  /** Bytes are compared as they are. */
  private static Stream<String> spellings(String text) {
    Stream<String> cases =
        Stream.of(text, text.toLowerCase(Locale.ROOT), text.toUpperCase(Locale.ROOT));
    String digits = text.replaceAll("\\D", "");
    if (digits.length() < NATIONAL || !text.matches("\\+?[\\d ]+")) {
      return cases;
    }
    String national = digits.substring(digits.length() - NATIONAL);
    return Stream.concat(
        cases,
        Stream.of("", " ", "-")
            .map(
                between ->
                    national.replaceAll("(\\d{3})(\\d{3})", "$1" + between + "$2" + between)));
  }

  /** Files that no attachment has any more go with the commit. */
  private void files(List<List<String>> wanted, List<List<Trace>> found) {
    List<Pattern> patterns = wanted.stream().map(TraceSearchService::pattern).toList();
    long[] files = new long[wanted.size()];
    Set<String> kept =
        Set.copyOf(
            unitOfWork.read(
                () ->
                    Sql.of(
                            unitOfWork,
                            "select distinct sha256 from platform.attachment where store = 'folder'")
                        .list(row -> row.getString(1))));
    try (Stream<Path> all = Files.walk(installation.folder("attachments"))) {
      all.filter(Files::isRegularFile)
          .filter(file -> kept.contains(file.getFileName().toString()))
          .map(TraceSearchService::text)
          .forEach(
              text -> {
                for (int i = 0; i < files.length; i++) {
                  files[i] += patterns.get(i).matcher(text).find() ? 1 : 0;
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (int i = 0; i < files.length; i++) {
      if (files[i] > 0) {
        found.get(i).add(new Trace("attachments", files[i]));
      }
    }
  }

  /** Finds any of the texts; nothing when there are none. */
  private static Pattern pattern(List<String> texts) {
    return texts.isEmpty()
        ? Pattern.compile("(?!)")
        : Pattern.compile(TracePattern.of(texts), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
