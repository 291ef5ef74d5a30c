package org.kartoteka.core.api.register;

import java.util.Collection;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.RegisterId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Definable lists of parties (TEN-2), kept by hand or by a rule that is applied whenever they are
 * read; a party may be in many. Reading needs {@code core.party.read}, defining {@code
 * core.register.manage}, putting parties in and out {@code core.party.change}.
 */
@ProviderType
public interface Registers {

  /** How far the parties of a register by rule are counted. */
  long COUNTED = 10_000;

  /**
   * All registers by name; an installation has dozens at most. Those by a rule are counted up to
   * {@link #COUNTED}.
   */
  List<RegisterView> all();

  /** All registers by name; those by a rule are not counted. */
  List<RegisterView> choices();

  /** One register. */
  RegisterView get(RegisterId id);

  /** Defines a new register. */
  RegisterView define(RegisterData data);

  /** Changes a register. */
  RegisterView change(RegisterId id, ExpectedRevision revision, RegisterData data);

  /** Removes a register; its parties stay. */
  void remove(RegisterId id, ExpectedRevision revision);

  /** Puts parties into a register kept by hand; those inside already stay. */
  void put(RegisterId id, Collection<PartyId> parties);

  /** Takes parties out of a register kept by hand. */
  void take(RegisterId id, Collection<PartyId> parties);

  /** The registers a party is in, by name, those by a rule too; these are not counted. */
  List<RegisterView> of(PartyId party);
}
