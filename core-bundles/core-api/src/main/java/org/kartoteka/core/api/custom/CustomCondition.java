package org.kartoteka.core.api.custom;

import java.util.Set;

/**
 * Which values of a custom field are wanted; null and empty mean any. Values are texts as in {@link
 * CustomFieldType}.
 *
 * @param anyOf one of these
 * @param contains for texts and links: a part, without regard to case
 * @param from for numbers and dates: this or more
 * @param to for numbers and dates: this or less
 * @param without records that have no value
 */
public record CustomCondition(
    Set<String> anyOf, String contains, String from, String to, boolean without) {

  public CustomCondition {
    anyOf = anyOf == null ? Set.of() : Set.copyOf(anyOf);
  }

  /** Any value, and none. */
  public static CustomCondition any() {
    return new CustomCondition(Set.of(), null, null, null, false);
  }

  /** This value. */
  public static CustomCondition is(String value) {
    return new CustomCondition(Set.of(value), null, null, null, false);
  }
}
