package org.kartoteka.platform.api.security;

import java.util.List;

/**
 * How far a role lets one action reach. A role may have several for an action; they unite.
 *
 * @param registers the ids of the chosen registers; empty unless the extent is {@link
 *     Extent#REGISTERS}
 */
public record ScopeGrant(RecordAction action, Extent extent, List<Long> registers) {

  public ScopeGrant {
    registers = registers == null ? List.of() : List.copyOf(registers);
  }

  /** A grant that names no registers. */
  public static ScopeGrant of(RecordAction action, Extent extent) {
    return new ScopeGrant(action, extent, List.of());
  }
}
