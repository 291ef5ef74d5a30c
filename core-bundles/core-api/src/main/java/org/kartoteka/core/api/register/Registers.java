package org.kartoteka.core.api.register;

import java.util.Collection;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.RegisterId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Definable lists of parties (TEN-2); a party may be in many. Reading needs {@code
 * core.party.read}, defining {@code core.register.manage}, putting parties in and out {@code
 * core.party.change}.
 */
@ProviderType
public interface Registers {

  /** All registers by name; an installation has dozens at most. */
  List<RegisterView> all();

  /** One register. */
  RegisterView get(RegisterId id);

  /** Defines a new register. */
  RegisterView define(RegisterData data);

  /** Changes a register. */
  RegisterView change(RegisterId id, ExpectedRevision revision, RegisterData data);

  /** Removes a register; its parties stay. */
  void remove(RegisterId id, ExpectedRevision revision);

  /** Puts parties into a register; those inside already stay. */
  void put(RegisterId id, Collection<PartyId> parties);

  /** Takes parties out of a register. */
  void take(RegisterId id, Collection<PartyId> parties);

  /** The registers a party is in, by name. */
  List<RegisterView> of(PartyId party);
}
