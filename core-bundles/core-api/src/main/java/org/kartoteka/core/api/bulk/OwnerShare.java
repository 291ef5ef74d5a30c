package org.kartoteka.core.api.bulk;

import java.util.List;
import org.kartoteka.core.api.party.RegisterId;
import org.kartoteka.platform.api.security.UserId;

/**
 * A part of the parties of an act, and who gets them, evenly.
 *
 * @param register those in this register; null for all that no other share takes
 * @param owners who gets them; what already belongs to one of them stays with him
 */
public record OwnerShare(RegisterId register, List<UserId> owners) {

  public OwnerShare {
    owners = owners == null ? List.of() : List.copyOf(owners);
  }

  /** All that no other share takes. */
  public static OwnerShare rest(List<UserId> owners) {
    return new OwnerShare(null, owners);
  }
}
