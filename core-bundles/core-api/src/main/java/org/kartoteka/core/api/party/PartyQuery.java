package org.kartoteka.core.api.party;

import java.util.Set;
import org.kartoteka.platform.api.security.UserId;

/**
 * Which parties are wanted; null and empty mean any.
 *
 * @param text parts of names, a number, identifier, phone or e-mail; without regard to case and
 *     diacritics, Latin or Cyrillic
 */
public record PartyQuery(
    String text,
    Set<PartyStatus> statuses,
    PartyKind kind,
    String role,
    String tag,
    RegisterId register,
    UserId owner,
    String city,
    String country) {

  public PartyQuery {
    text = text == null || text.isBlank() ? null : text.strip();
    statuses = statuses == null ? Set.of() : Set.copyOf(statuses);
  }

  /** All parties. */
  public static PartyQuery all() {
    return text(null);
  }

  /** Parties found by text. */
  public static PartyQuery text(String text) {
    return new PartyQuery(text, null, null, null, null, null, null, null, null);
  }
}
