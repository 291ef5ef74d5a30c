package org.kartoteka.core.internal.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kartoteka.core.api.party.Address;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.platform.api.history.FieldChange;

/**
 * Finds out which fields of a record changed, as texts that people can read.
 *
 * @param <V> how the record is seen
 */
public final class Changes<V> {

  private final V before;
  private final V after;
  private final List<FieldChange> found = new ArrayList<>();

  /**
   * Between two states.
   *
   * @param before null when the record is new
   * @param after null when the record is removed
   */
  public Changes(V before, V after) {
    this.before = before;
    this.after = after;
  }

  /** Compares a field. */
  public Changes<V> field(String name, Function<V, ?> value) {
    String one = text(before == null ? null : value.apply(before));
    String other = text(after == null ? null : value.apply(after));
    if (!Objects.equals(one, other)) {
      found.add(new FieldChange(name, one, other));
    }
    return this;
  }

  /** Compares whom or what a field points to; the texts are what that is called. */
  public <I> Changes<V> pointer(String name, Function<V, I> value, Function<I, String> called) {
    I one = before == null ? null : value.apply(before);
    I other = after == null ? null : value.apply(after);
    if (!Objects.equals(one, other)) {
      found.add(new FieldChange(name, called.apply(one), called.apply(other)));
    }
    return this;
  }

  /** Compares the values of custom fields, each as a field of its own. */
  public Changes<V> custom(Function<V, Map<String, Object>> values) {
    Map<String, Object> one = before == null ? Map.of() : values.apply(before);
    Map<String, Object> other = after == null ? Map.of() : values.apply(after);
    Set<String> names = new TreeSet<>(one.keySet());
    names.addAll(other.keySet());
    for (String name : names) {
      String was = text(one.get(name));
      String is = text(other.get(name));
      if (!Objects.equals(was, is)) {
        found.add(new FieldChange("custom." + name, was, is));
      }
    }
    return this;
  }

  /** What changed. */
  public List<FieldChange> list() {
    return List.copyOf(found);
  }

  /** Addresses as a text. */
  public static String addresses(List<Address> addresses) {
    return joined(addresses, Changes::address);
  }

  /** An address as a text. */
  public static String address(Address address) {
    if (address == null) {
      return null;
    }
    String city = phrase(" ", address.postalCode(), address.city());
    String place = phrase(", ", address.street(), city, address.region(), address.country());
    return kind(address.kind(), place);
  }

  /** Phones as a text. */
  public static String phones(List<Phone> phones) {
    return joined(phones, phone -> kind(phone.kind(), phone.value()));
  }

  /** E-mails as a text. */
  public static String emails(List<Email> emails) {
    return joined(emails, email -> kind(email.kind(), email.value()));
  }

  /** The parts that are there, in one text. */
  public static String phrase(String separator, String... parts) {
    return Stream.of(parts)
        .filter(part -> part != null && !part.isEmpty())
        .collect(Collectors.joining(separator));
  }

  /** The elements of a list in one text. */
  public static <T> String joined(List<T> list, Function<T, String> text) {
    return list.stream().map(text).collect(Collectors.joining("; "));
  }

  private static String kind(String kind, String text) {
    return kind == null ? text : kind + ": " + text;
  }

  private static String text(Object value) {
    String text = value == null ? null : value.toString();
    return text == null || text.isEmpty() ? null : text;
  }
}
