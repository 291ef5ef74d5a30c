package org.kartoteka.core.api.handover;

import java.util.List;
import java.util.Set;
import org.kartoteka.core.api.bulk.OwnerShare;
import org.kartoteka.platform.api.security.UserId;

/**
 * Whose records go to whom.
 *
 * @param from whose records
 * @param shares who gets them: parties by their registers, all else evenly to those of the share
 *     without a register; without such a share the rest stays where it is
 * @param kinds which kinds of records; empty for all
 */
public record HandoverOrder(UserId from, List<OwnerShare> shares, Set<String> kinds) {

  public HandoverOrder {
    shares = shares == null ? List.of() : List.copyOf(shares);
    kinds = kinds == null ? Set.of() : Set.copyOf(kinds);
  }
}
