package org.kartoteka.core.api.register;

import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.RegisterId;
import org.kartoteka.platform.api.http.Versioned;

/**
 * A register.
 *
 * @param size how many parties it holds; null where a rule is not counted
 * @param filter the rule by which parties are in it; null for a register kept by hand
 */
public record RegisterView(
    RegisterId id, long revision, String name, String description, Long size, PartyQuery filter)
    implements Versioned {

  /** What people can change of it. */
  public RegisterData data() {
    return new RegisterData(name, description, filter);
  }

  /** Whether a rule tells which parties are in it. */
  public boolean byRule() {
    return filter != null;
  }
}
