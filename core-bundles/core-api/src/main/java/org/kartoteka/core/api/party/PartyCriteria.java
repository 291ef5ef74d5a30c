package org.kartoteka.core.api.party;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.kartoteka.core.api.custom.Criteria;
import org.kartoteka.core.api.party.PartyQuery.Builder;
import org.kartoteka.platform.api.record.Id;
import org.kartoteka.platform.api.security.UserId;

/** The criteria of {@link PartyQuery} by name, as texts. */
final class PartyCriteria {

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
    Criteria.read(fields, strict, (name, text) -> take(query, name, text));
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
    Criteria.write(fields, query.custom());
    return fields;
  }

  private static void take(Builder query, String name, String text) {
    Criterion criterion = BY_NAME.get(name);
    if (criterion != null) {
      criterion.taking().accept(query, text);
    } else {
      Criteria.take(name, text, query::custom, query::custom);
    }
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
}
