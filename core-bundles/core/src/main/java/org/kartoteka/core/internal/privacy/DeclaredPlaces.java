package org.kartoteka.core.internal.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.privacy.DataSubject;
import org.kartoteka.platform.api.privacy.ErasedData;
import org.kartoteka.platform.api.privacy.PersonalDatum;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads and erases what bundles declare in {@code db/<schema>/personal-data.json}, also while they
 * are stopped; what was declared is remembered, so that it is known after their removal too.
 */
@Component(service = DeclaredPlaces.class)
public class DeclaredPlaces {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final UnitOfWork unitOfWork;
  private final BundleContext context;
  private final Clock clock;

  @Activate
  public DeclaredPlaces(
      BundleContext context, @Reference UnitOfWork unitOfWork, @Reference Clock clock) {
    this.context = context;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /**
   * A table that holds personal data.
   *
   * @param kind what its rows are; their words are the text {@code privacy.kind.<kind>}
   * @param table its name, without the schema
   * @param key the column that identifies a row
   * @param person the column with the id of the person; null when there is none
   * @param party the column with the id of a party that may be a natural person; null when none
   * @param show the columns that are handed out
   * @param clear the columns that an erasure writes, with what: a text in which {@code {name}}
   *     stands for the substitute, or null; none where rows only point to the card
   * @param delete whether an erasure deletes the rows
   * @param keep which rows a law protects from it; null when none
   */
  record Place(
      String kind,
      String table,
      String key,
      String person,
      String party,
      List<String> show,
      Map<String, String> clear,
      boolean delete,
      Keep keep) {

    Place {
      clear = clear == null ? Map.of() : clear;
      if (keep != null && (delete || keep.columns().containsAll(clear.keySet()))) {
        throw new IllegalArgumentException(kind + ": something must be left to clear");
      }
    }

    private boolean erases() {
      return delete || !clear.isEmpty();
    }

    private String condition() {
      List<String> conditions = new ArrayList<>();
      if (person != null) {
        conditions.add(person + " = any(?::bigint[])");
      }
      if (party != null) {
        conditions.add(party + " = any(?::bigint[])");
      }
      return "(" + String.join(" or ", conditions) + ")";
    }

    private List<Object> arguments(DataSubject subject) {
      List<Object> arguments = new ArrayList<>();
      if (person != null) {
        arguments.add(subject.ids(PersonDirectory.TYPE));
      }
      if (party != null) {
        arguments.add(subject.ids(PartyRegister.TYPE));
      }
      return arguments;
    }
  }

  /**
   * Rows that must be kept.
   *
   * @param where the condition in SQL
   * @param columns those that stay as they are; the others are cleared in these rows too
   * @param reason why: its words are the text {@code privacy.kept.<reason>}
   * @param since from when on the retention rule of the kind counts, in SQL, null where it does not
   *     count yet; such rows, and all as long as there is no rule, are kept without end; may be
   *     null: all are
   */
  record Keep(String where, List<String> columns, String reason, String since) {

    Keep {
      since = since == null ? "null::timestamptz" : since;
    }

    /** The instant from which on a row need not be kept; its argument is the kind. */
    private String end() {
      return "((("
          + since
          + ") at time zone 'UTC' + (select make_interval(months => r.months) from"
          + " core.retention_rule r where r.kind = ?)) at time zone 'UTC')";
    }

    /** Which rows are kept; its arguments are the kind and the present. */
    private String condition() {
      return "((" + where + ") and coalesce(" + end() + " > ?, true))";
    }
  }

  private record InSchema(String schema, Place place) {
    String table() {
      return schema + "." + place.table();
    }
  }

  List<PersonalDatum> describe(DataSubject subject) {
    List<PersonalDatum> data = new ArrayList<>();
    JsonRows rows = new JsonRows(unitOfWork);
    for (InSchema one : places()) {
      data.addAll(
          rows.list(
              one.place().kind(),
              "select "
                  + one.place().key()
                  + "::text, (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e"
                  + " where e.key in ("
                  + one.place().show().stream()
                      .map(column -> "'" + column + "'")
                      .collect(Collectors.joining(", "))
                  + ")) from "
                  + one.table()
                  + " t where "
                  + one.place().condition()
                  + " order by 1",
              one.place().arguments(subject).toArray()));
    }
    return data;
  }

  /** The person with the declared rows, whose history is about it too. */
  DataSubject complete(DataSubject subject) {
    return subject.with(
        describe(subject).stream()
            .map(datum -> new RecordRef(datum.kind(), datum.record(), ""))
            .toList());
  }

  List<ErasedData> erase(DataSubject subject) {
    return places().stream()
        .filter(one -> one.place().erases())
        .flatMap(one -> erase(one, subject).stream())
        .toList();
  }

  private List<ErasedData> erase(InSchema one, DataSubject subject) {
    Place place = one.place();
    Keep keep = place.keep();
    if (keep == null) {
      return List.of(
          ErasedData.all(place.kind(), rewrite(one, subject, place.clear(), "true", List.of())));
    }
    Map<String, String> others = new LinkedHashMap<>(place.clear());
    others.keySet().removeAll(keep.columns());
    List<Object> present = List.of(place.kind(), clock.instant());
    List<ErasedData> report = new ArrayList<>(kept(one, subject, present));
    rewrite(one, subject, others, keep.condition(), present);
    long erased = rewrite(one, subject, place.clear(), "not " + keep.condition(), present);
    report.add(0, ErasedData.all(place.kind(), erased));
    return report;
  }

  /** What is kept, by the day until which. */
  private List<ErasedData> kept(InSchema one, DataSubject subject, List<Object> present) {
    Keep keep = one.place().keep();
    List<Object> arguments = new ArrayList<>();
    arguments.add(one.place().kind());
    arguments.addAll(one.place().arguments(subject));
    arguments.addAll(present);
    return Sql.of(
            unitOfWork,
            "select ("
                + keep.end()
                + " at time zone 'UTC' - interval '1 microsecond')::date as until, count(*) from "
                + one.table()
                + " where "
                + one.place().condition()
                + " and "
                + keep.condition()
                + " group by 1 order by 1",
            arguments.toArray())
        .list(
            row ->
                ErasedData.kept(one.place().kind(), row.getLong(2), keep.reason(), one.table())
                    .until(row.getObject(1, LocalDate.class)));
  }

  private long rewrite(
      InSchema one,
      DataSubject subject,
      Map<String, String> columns,
      String condition,
      List<Object> further) {
    List<Object> arguments = new ArrayList<>();
    String sql =
        one.place().delete()
            ? "delete from " + one.table()
            : "update "
                + one.table()
                + " set "
                + columns.entrySet().stream()
                    .map(column -> column.getKey() + " = " + value(column, subject, arguments))
                    .collect(Collectors.joining(", "));
    arguments.addAll(one.place().arguments(subject));
    arguments.addAll(further);
    return Sql.of(
            unitOfWork,
            sql + " where " + one.place().condition() + " and " + condition,
            arguments.toArray())
        .update();
  }

  private static String value(
      Map.Entry<String, String> column, DataSubject subject, List<Object> arguments) {
    if (column.getValue() == null) {
      return "null";
    }
    arguments.add(column.getValue().replace("{name}", subject.substitute()));
    return "?";
  }

  /** All declared places whose tables are there. */
  private List<InSchema> places() {
    unitOfWork.run(this::remember);
    List<InSchema> places = new ArrayList<>();
    Sql.of(
            unitOfWork,
            "select schema, declaration::text from core.personal_data_declaration order by schema")
        .list(row -> Map.entry(row.getString(1), row.getString(2)))
        .forEach(
            declared ->
                read(declared.getValue()).stream()
                    .map(place -> new InSchema(declared.getKey(), place))
                    .filter(this::isThere)
                    .forEach(places::add));
    return places;
  }

  private boolean isThere(InSchema one) {
    return Sql.of(unitOfWork, "select to_regclass(?)::text", one.table())
        .first(row -> row.getString(1))
        .isPresent();
  }

  private void remember() {
    for (Bundle bundle : context.getBundles()) {
      String header = bundle.getHeaders("").get("Kartoteka-Schema");
      if (header != null) {
        String schema = header.split(";")[0].strip();
        declarations(bundle, schema).forEach(json -> keep(schema, json));
      }
    }
  }

  private void keep(String schema, String declaration) {
    read(declaration);
    Sql.of(
            unitOfWork,
            "insert into core.personal_data_declaration (schema, declaration) values (?, ?::jsonb) on"
                + " conflict (schema) do update set declaration = excluded.declaration where"
                + " core.personal_data_declaration.declaration <> excluded.declaration",
            schema,
            declaration)
        .update();
  }

  private static Collection<String> declarations(Bundle bundle, String schema) {
    List<String> found = new ArrayList<>();
    Enumeration<URL> entries = bundle.findEntries("db/" + schema, "personal-data.json", false);
    while (entries != null && entries.hasMoreElements()) {
      try (InputStream in = entries.nextElement().openStream()) {
        found.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }

  private static List<Place> read(String json) {
    try {
      return Arrays.asList(MAPPER.readValue(json, Place[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not a declaration of personal data: " + json, e);
    }
  }
}
