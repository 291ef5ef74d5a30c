package org.kartoteka.core.api.party;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.kartoteka.core.api.custom.CustomCondition;
import org.kartoteka.core.api.party.PartyQuery.Builder;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.record.Id;
import org.kartoteka.platform.api.security.UserId;

/** The criteria of {@link PartyQuery} by name, as texts. */
final class PartyCriteria {

  private static final String CUSTOM = "custom.";
  private static final int LONGEST = 500;
  private static final int MOST_DAYS = 36_500;

  private static final Map<String, Criterion> BY_NAME = new LinkedHashMap<>();

  static {
    one("query", PartyQuery::text, Builder::text);
    many("status", PartyQuery::statuses, (to, text) -> to.status(word(PartyStatus.class, text)));
    one("kind", PartyQuery::kind, (to, text) -> to.kind(word(PartyKind.class, text)));
    many("role", PartyQuery::roles, Builder::role);
    many("tag", PartyQuery::tags, Builder::tag);
    many("withoutTag", PartyQuery::withoutTags, Builder::withoutTag);
    one("register", PartyQuery::register, (to, text) -> to.register(new RegisterId(id(text))));
    one(
        "withoutRegister",
        PartyQuery::withoutRegister,
        (to, text) -> to.withoutRegister(new RegisterId(id(text))));
    one("owner", PartyQuery::owner, (to, text) -> to.owner(new UserId(id(text))));
    one("city", PartyQuery::city, Builder::city);
    many("country", PartyQuery::countries, Builder::country);
    one("ratingFrom", PartyQuery::ratingFrom, (to, text) -> to.ratingFrom(number(text, 5)));
    one("ratingTo", PartyQuery::ratingTo, (to, text) -> to.ratingTo(number(text, 5)));
    one("createdFrom", PartyQuery::createdFrom, (to, text) -> to.createdFrom(date(text)));
    one("createdTo", PartyQuery::createdTo, (to, text) -> to.createdTo(date(text)));
    one(
        "createdWithinDays",
        PartyQuery::createdWithinDays,
        (to, text) -> to.createdWithinDays(number(text, MOST_DAYS)));
    one("changedFrom", PartyQuery::changedFrom, (to, text) -> to.changedFrom(date(text)));
    one("changedTo", PartyQuery::changedTo, (to, text) -> to.changedTo(date(text)));
    one(
        "changedWithinDays",
        PartyQuery::changedWithinDays,
        (to, text) -> to.changedWithinDays(number(text, MOST_DAYS)));
    one(
        "unchangedForDays",
        PartyQuery::unchangedForDays,
        (to, text) -> to.unchangedForDays(number(text, MOST_DAYS)));
    many("without", PartyQuery::without, (to, text) -> to.without(word(PartyLack.class, text)));
  }

  private PartyCriteria() {}

  private record Criterion(
      boolean several,
      Function<PartyQuery, Collection<?>> values,
      BiConsumer<Builder, String> taking) {}

  private static void one(
      String name, Function<PartyQuery, ?> value, BiConsumer<Builder, String> taking) {
    Function<PartyQuery, Collection<?>> values =
        query -> {
          Object one = value.apply(query);
          return one == null ? List.of() : List.of(one);
        };
    BY_NAME.put(name, new Criterion(false, values, taking));
  }

  private static void many(
      String name, Function<PartyQuery, Set<?>> values, BiConsumer<Builder, String> taking) {
    BY_NAME.put(name, new Criterion(true, values::apply, taking));
  }

  static List<String> names() {
    return List.copyOf(BY_NAME.keySet());
  }

  static PartyQuery read(Map<String, ?> fields, boolean strict) {
    Builder query = PartyQuery.where();
    List<FieldError> errors = new ArrayList<>();
    fields.forEach(
        (name, value) -> {
          for (String text : texts(value)) {
            try {
              take(query, name, text);
            } catch (IllegalArgumentException | DateTimeException meaningless) {
              errors.add(FieldError.of(name, "filter", shortened(text)));
            }
          }
        });
    if (strict) {
      InvalidInput.throwIfAny(errors);
    }
    return query.query();
  }

  static Map<String, Object> write(PartyQuery query) {
    Map<String, Object> fields = new LinkedHashMap<>();
    BY_NAME.forEach(
        (name, criterion) -> {
          List<String> texts =
              criterion.values().apply(query).stream().map(PartyCriteria::text).sorted().toList();
          if (!texts.isEmpty()) {
            fields.put(name, criterion.several() ? texts : texts.get(0));
          }
        });
    new TreeMap<>(query.custom())
        .forEach(
            (name, condition) -> {
              put(fields, CUSTOM + name, condition.anyOf().stream().sorted().toList());
              put(fields, CUSTOM + name + ".contains", condition.contains());
              put(fields, CUSTOM + name + ".from", condition.from());
              put(fields, CUSTOM + name + ".to", condition.to());
              put(fields, CUSTOM + name + ".without", condition.without() ? "true" : null);
            });
    return fields;
  }

  private static void put(Map<String, Object> fields, String name, Object value) {
    if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
      fields.put(name, value);
    }
  }

  private static void take(Builder query, String name, String text) {
    if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(name);
    }
    Criterion criterion = BY_NAME.get(name);
    if (criterion != null) {
      criterion.taking().accept(query, text);
    } else if (name.startsWith(CUSTOM)) {
      custom(query, name.substring(CUSTOM.length()), text);
    } else {
      throw new IllegalArgumentException(name);
    }
  }

  private static void custom(Builder query, String path, String text) {
    int dot = path.indexOf('.');
    String name = dot < 0 ? path : path.substring(0, dot);
    if (!name.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException(name);
    }
    CustomCondition so = query.custom(name);
    query.custom(
        name,
        switch (dot < 0 ? "" : path.substring(dot + 1)) {
          case "" -> {
            Set<String> anyOf = new LinkedHashSet<>(so.anyOf());
            anyOf.add(text);
            yield new CustomCondition(anyOf, so.contains(), so.from(), so.to(), so.without());
          }
          case "contains" ->
              new CustomCondition(so.anyOf(), text, so.from(), so.to(), so.without());
          case "from" ->
              new CustomCondition(so.anyOf(), so.contains(), text, so.to(), so.without());
          case "to" ->
              new CustomCondition(so.anyOf(), so.contains(), so.from(), text, so.without());
          case "without" ->
              new CustomCondition(so.anyOf(), so.contains(), so.from(), so.to(), truth(text));
          default -> throw new IllegalArgumentException(path);
        });
  }

  private static List<String> texts(Object value) {
    Collection<?> all =
        value instanceof Collection<?> many ? many : value == null ? List.of() : List.of(value);
    return all.stream()
        .filter(one -> one != null && !one.toString().isBlank())
        .map(one -> one.toString().strip())
        .toList();
  }

  private static String text(Object value) {
    return value instanceof Id id ? Long.toString(id.value()) : value.toString();
  }

  private static <E extends Enum<E>> E word(Class<E> type, String text) {
    return Enum.valueOf(type, text);
  }

  private static long id(String text) {
    if (!text.matches("\\d{1,18}")) {
      throw new IllegalArgumentException(text);
    }
    return Long.parseLong(text);
  }

  private static Integer number(String text, int most) {
    int number = Integer.parseInt(text);
    if (number < 0 || number > most) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }

  private static LocalDate date(String text) {
    LocalDate date = LocalDate.parse(text);
    if (date.getYear() < 1 || date.getYear() > 9999) {
      throw new IllegalArgumentException(text);
    }
    return date;
  }

  private static boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
