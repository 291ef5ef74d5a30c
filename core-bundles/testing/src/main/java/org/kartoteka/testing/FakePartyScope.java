package org.kartoteka.testing;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyScope;
import org.kartoteka.platform.api.data.Condition;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.security.RecordAction;

/** The parties in reach of the user of a test: all, until something else is said. */
public final class FakePartyScope implements PartyScope {

  private Set<PartyId> reached;

  /** From now on every action reaches just these parties. */
  public void nowReach(PartyId... parties) {
    reached = Set.of(parties);
  }

  @Override
  public Condition condition(RecordAction action, String column) {
    return reached == null
        ? new Condition("", List.of())
        : new Condition(column + " = any(?::bigint[])", List.of(reached));
  }

  @Override
  public boolean covers(PartyId party, RecordAction action) {
    return reached == null || reached.contains(party);
  }

  @Override
  public Set<PartyId> covered(Collection<PartyId> parties, RecordAction action) {
    Set<PartyId> covered = new HashSet<>(parties);
    covered.removeIf(party -> !covers(party, action));
    return covered;
  }

  @Override
  public void require(PartyId party, RecordAction action) {
    if (!covers(party, action)) {
      throw new NotFound("party", party.value());
    }
  }
}
