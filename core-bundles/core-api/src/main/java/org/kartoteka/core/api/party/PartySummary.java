package org.kartoteka.core.api.party;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.kartoteka.platform.api.security.UserId;

/**
 * A party as a row of a list. City, country, phone, e-mail and identifier are the first of each.
 *
 * @param paymentTermDays the preferred term of payment; null when there is none
 * @param custom values of custom fields by name
 */
public record PartySummary(
    PartyId id,
    long revision,
    PartyKind kind,
    String name,
    String shortName,
    String number,
    PartyStatus status,
    String identifier,
    String city,
    String country,
    String phone,
    String email,
    Integer paymentTermDays,
    Integer rating,
    UserId ownerId,
    List<String> roles,
    List<String> tags,
    Instant changedAt,
    Map<String, Object> custom) {

  public PartySummary {
    roles = List.copyOf(roles);
    tags = List.copyOf(tags);
    custom = custom == null ? Map.of() : custom;
  }
}
