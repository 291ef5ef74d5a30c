package org.kartoteka.platform.api.security;

import java.util.HashSet;
import java.util.Set;

/**
 * The circle of records that an action of somebody reaches: all, or those that one of some users
 * owns or that are in one of some registers.
 *
 * @param all whether it is all records; the rest is empty then
 * @param owners whose records
 * @param registers the ids of the registers whose records
 */
public record RecordScope(boolean all, Set<UserId> owners, Set<Long> registers) {

  public static final RecordScope ALL = new RecordScope(true, Set.of(), Set.of());
  public static final RecordScope NONE = new RecordScope(false, Set.of(), Set.of());

  public RecordScope {
    owners = all ? Set.of() : Set.copyOf(owners);
    registers = all ? Set.of() : Set.copyOf(registers);
  }

  /** The records of these users. */
  public static RecordScope ownedBy(Set<UserId> owners) {
    return new RecordScope(false, owners, Set.of());
  }

  /** The records in these registers. */
  public static RecordScope inRegisters(Set<Long> registers) {
    return new RecordScope(false, Set.of(), registers);
  }

  /** Whether it holds no record. */
  public boolean isNone() {
    return !all && owners.isEmpty() && registers.isEmpty();
  }

  /** Whether all of the other circle is in this one for certain. */
  public boolean holds(RecordScope other) {
    return all
        || !other.all && owners.containsAll(other.owners) && registers.containsAll(other.registers);
  }

  /** What is in this circle or in the other. */
  public RecordScope with(RecordScope other) {
    if (all || other.all) {
      return ALL;
    }
    Set<UserId> allOwners = new HashSet<>(owners);
    allOwners.addAll(other.owners);
    Set<Long> allRegisters = new HashSet<>(registers);
    allRegisters.addAll(other.registers);
    return new RecordScope(false, allOwners, allRegisters);
  }
}
