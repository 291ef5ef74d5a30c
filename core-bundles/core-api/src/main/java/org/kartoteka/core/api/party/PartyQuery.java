package org.kartoteka.core.api.party;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kartoteka.core.api.custom.CustomCondition;
import org.kartoteka.platform.api.security.UserId;

/**
 * Which parties are wanted; null and empty mean any. It can be kept as {@link #fields()}, under the
 * names of the HTTP API: in saved views, in the address of a page, as the rule of a register.
 *
 * @param text parts of names, a number, identifier, phone or e-mail; without regard to case and
 *     diacritics, Latin or Cyrillic
 * @param statuses one of these
 * @param roles one of these
 * @param tags all of these
 * @param withoutTags none of these
 * @param countries one of these, ISO 3166-1 alpha-2
 * @param changedWithinDays changed in that many days before now
 * @param unchangedForDays not changed in that many days before now
 * @param without what they lack, all of it
 * @param custom conditions on custom fields, by name
 */
public record PartyQuery(
    String text,
    Set<PartyStatus> statuses,
    PartyKind kind,
    Set<String> roles,
    Set<String> tags,
    Set<String> withoutTags,
    RegisterId register,
    RegisterId withoutRegister,
    UserId owner,
    String city,
    Set<String> countries,
    Integer ratingFrom,
    Integer ratingTo,
    LocalDate createdFrom,
    LocalDate createdTo,
    Integer createdWithinDays,
    LocalDate changedFrom,
    LocalDate changedTo,
    Integer changedWithinDays,
    Integer unchangedForDays,
    Set<PartyLack> without,
    Map<String, CustomCondition> custom) {

  public PartyQuery {
    text = blankToNull(text);
    city = blankToNull(city);
    statuses = statuses == null ? Set.of() : Set.copyOf(statuses);
    roles = roles == null ? Set.of() : Set.copyOf(roles);
    tags = tags == null ? Set.of() : Set.copyOf(tags);
    withoutTags = withoutTags == null ? Set.of() : Set.copyOf(withoutTags);
    countries = countries == null ? Set.of() : Set.copyOf(countries);
    without = without == null ? Set.of() : Set.copyOf(without);
    custom = custom == null ? Map.of() : Map.copyOf(custom);
  }

  /** All parties. */
  public static PartyQuery all() {
    return where().query();
  }

  /** Parties found by text. */
  public static PartyQuery text(String text) {
    return where().text(text).query();
  }

  /** Gathers criteria. */
  public static Builder where() {
    return new Builder();
  }

  /**
   * From fields as {@link #fields()} gives them; a value may be a text, number, truth value or a
   * list of them.
   *
   * @throws org.kartoteka.platform.api.problem.InvalidInput for a name or value that means nothing
   */
  public static PartyQuery of(Map<String, ?> fields) {
    return PartyCriteria.read(fields, true);
  }

  /** As {@link #of}, leaving out what means nothing. */
  public static PartyQuery ofUnderstood(Map<String, ?> fields) {
    return PartyCriteria.read(fields, false);
  }

  /** The names of the fields that {@link #of} knows, but for those of custom fields. */
  public static List<String> fieldNames() {
    return PartyCriteria.names();
  }

  /**
   * The criteria by the names of the HTTP API: texts, and lists of texts where several are
   * possible. Custom fields are {@code custom.<name>}, {@code custom.<name>.contains}, {@code
   * .from}, {@code .to}, {@code .without}.
   */
  public Map<String, Object> fields() {
    return PartyCriteria.write(this);
  }

  /** Whether every party is wanted. */
  public boolean isAll() {
    return equals(all());
  }

  /** The criteria, to add others. */
  public Builder and() {
    return new Builder(this);
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** Gathers criteria one by one. */
  public static final class Builder {

    private String text;
    private final Set<PartyStatus> statuses = EnumSet.noneOf(PartyStatus.class);
    private PartyKind kind;
    private final Set<String> roles = new LinkedHashSet<>();
    private final Set<String> tags = new LinkedHashSet<>();
    private final Set<String> withoutTags = new LinkedHashSet<>();
    private RegisterId register;
    private RegisterId withoutRegister;
    private UserId owner;
    private String city;
    private final Set<String> countries = new LinkedHashSet<>();
    private Integer ratingFrom;
    private Integer ratingTo;
    private LocalDate createdFrom;
    private LocalDate createdTo;
    private Integer createdWithinDays;
    private LocalDate changedFrom;
    private LocalDate changedTo;
    private Integer changedWithinDays;
    private Integer unchangedForDays;
    private final Set<PartyLack> without = EnumSet.noneOf(PartyLack.class);
    private final Map<String, CustomCondition> custom = new LinkedHashMap<>();

    private Builder() {}

    private Builder(PartyQuery query) {
      text = query.text;
      statuses.addAll(query.statuses);
      kind = query.kind;
      roles.addAll(query.roles);
      tags.addAll(query.tags);
      withoutTags.addAll(query.withoutTags);
      register = query.register;
      withoutRegister = query.withoutRegister;
      owner = query.owner;
      city = query.city;
      countries.addAll(query.countries);
      ratingFrom = query.ratingFrom;
      ratingTo = query.ratingTo;
      createdFrom = query.createdFrom;
      createdTo = query.createdTo;
      createdWithinDays = query.createdWithinDays;
      changedFrom = query.changedFrom;
      changedTo = query.changedTo;
      changedWithinDays = query.changedWithinDays;
      unchangedForDays = query.unchangedForDays;
      without.addAll(query.without);
      custom.putAll(query.custom);
    }

    /** The query. */
    public PartyQuery query() {
      return new PartyQuery(
          text,
          statuses,
          kind,
          roles,
          tags,
          withoutTags,
          register,
          withoutRegister,
          owner,
          city,
          countries,
          ratingFrom,
          ratingTo,
          createdFrom,
          createdTo,
          createdWithinDays,
          changedFrom,
          changedTo,
          changedWithinDays,
          unchangedForDays,
          without,
          custom);
    }

    /** Found by text. */
    public Builder text(String wanted) {
      text = wanted;
      return this;
    }

    /** Of this status too. */
    public Builder status(PartyStatus status) {
      statuses.add(status);
      return this;
    }

    /** Of this kind. */
    public Builder kind(PartyKind wanted) {
      kind = wanted;
      return this;
    }

    /** In this role too. */
    public Builder role(String role) {
      roles.add(role);
      return this;
    }

    /** With this tag as well. */
    public Builder tag(String tag) {
      tags.add(tag);
      return this;
    }

    /** Without this tag as well. */
    public Builder withoutTag(String tag) {
      withoutTags.add(tag);
      return this;
    }

    /** In this register. */
    public Builder register(RegisterId wanted) {
      register = wanted;
      return this;
    }

    /** Not in this register. */
    public Builder withoutRegister(RegisterId unwanted) {
      withoutRegister = unwanted;
      return this;
    }

    /** Of this owner. */
    public Builder owner(UserId wanted) {
      owner = wanted;
      return this;
    }

    /** In this city. */
    public Builder city(String wanted) {
      city = wanted;
      return this;
    }

    /** In this country too. */
    public Builder country(String country) {
      countries.add(country);
      return this;
    }

    /** Rated so or better. */
    public Builder ratingFrom(Integer stars) {
      ratingFrom = stars;
      return this;
    }

    /** Rated so or worse. */
    public Builder ratingTo(Integer stars) {
      ratingTo = stars;
      return this;
    }

    /** Registered on this day or later. */
    public Builder createdFrom(LocalDate day) {
      createdFrom = day;
      return this;
    }

    /** Registered on this day or earlier. */
    public Builder createdTo(LocalDate day) {
      createdTo = day;
      return this;
    }

    /** Registered in that many days before now. */
    public Builder createdWithinDays(Integer days) {
      createdWithinDays = days;
      return this;
    }

    /** Changed on this day or later. */
    public Builder changedFrom(LocalDate day) {
      changedFrom = day;
      return this;
    }

    /** Changed last on this day or earlier. */
    public Builder changedTo(LocalDate day) {
      changedTo = day;
      return this;
    }

    /** Changed in that many days before now. */
    public Builder changedWithinDays(Integer days) {
      changedWithinDays = days;
      return this;
    }

    /** Not changed in that many days before now. */
    public Builder unchangedForDays(Integer days) {
      unchangedForDays = days;
      return this;
    }

    /** Without this as well. */
    public Builder without(PartyLack lack) {
      without.add(lack);
      return this;
    }

    /** With such a value of a custom field as well. */
    public Builder custom(String name, CustomCondition condition) {
      custom.put(name, condition);
      return this;
    }

    CustomCondition custom(String name) {
      return custom.getOrDefault(name, CustomCondition.any());
    }
  }
}
