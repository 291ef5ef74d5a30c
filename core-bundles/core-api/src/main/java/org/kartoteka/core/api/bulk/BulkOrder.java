package org.kartoteka.core.api.bulk;

import java.util.List;
import java.util.Set;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.api.party.RegisterId;
import org.kartoteka.platform.api.security.UserId;

/**
 * What to do with which parties: either with those chosen, or with all that a filter finds.
 *
 * @param parties those chosen, 10,000 at most; empty when a filter is given
 * @param filter all it finds; null when parties are chosen
 * @param tags for TAG and UNTAG
 * @param register for PUT and TAKE
 * @param owner for OWNER without shares; null for nobody
 * @param status for STATUS
 * @param reason for STATUS: why; required to bar
 * @param shares for OWNER: shares the parties out instead of giving all to one; a party goes by the
 *     first share that takes it, one that none takes stays as it is
 * @param field for FIELD: the name of a custom field of parties that is not archived
 * @param value for FIELD: what to set, as {@link org.kartoteka.core.api.custom.CustomFieldType}
 *     keeps it or as people write it; null or blank clears the field, which a required one refuses
 */
public record BulkOrder(
    BulkVerb verb,
    Set<PartyId> parties,
    PartyQuery filter,
    List<String> tags,
    RegisterId register,
    UserId owner,
    PartyStatus status,
    String reason,
    List<OwnerShare> shares,
    String field,
    Object value) {

  public BulkOrder {
    parties = parties == null ? Set.of() : Set.copyOf(parties);
    tags = tags == null ? List.of() : List.copyOf(tags);
    shares = shares == null ? List.of() : List.copyOf(shares);
  }

  /** An order that neither shares out nor sets a field. */
  public BulkOrder(
      BulkVerb verb,
      Set<PartyId> parties,
      PartyQuery filter,
      List<String> tags,
      RegisterId register,
      UserId owner,
      PartyStatus status,
      String reason) {
    this(verb, parties, filter, tags, register, owner, status, reason, null, null, null);
  }

  /** Shares all parties that a filter finds out among owners. */
  public static BulkOrder shareOut(PartyQuery filter, List<OwnerShare> shares) {
    return new BulkOrder(BulkVerb.OWNER, null, filter, null, null, null, null, null)
        .sharedOut(shares);
  }

  /** The same parties, shared out among owners. */
  public BulkOrder sharedOut(List<OwnerShare> among) {
    return new BulkOrder(
        BulkVerb.OWNER, parties, filter, null, null, null, null, null, among, null, null);
  }

  /** The same parties, to have this value of a custom field; null clears it. */
  public BulkOrder setting(String name, Object wanted) {
    return new BulkOrder(
        BulkVerb.FIELD, parties, filter, null, null, null, null, null, null, name, wanted);
  }
}
