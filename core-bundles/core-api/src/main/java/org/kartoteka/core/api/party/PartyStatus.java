package org.kartoteka.core.api.party;

import java.util.EnumSet;
import java.util.Set;

/** Whether and how far one may work with a party (ALF-11); every feature asks {@link PartyGate}. */
public enum PartyStatus {
  /** Not yet a customer: may be contacted and offered to. */
  POTENTIAL(Dealing.CONTACT, Dealing.OFFER),
  /** Everything is permitted. */
  ACTIVE(Dealing.values()),
  /** No business at present: may be won back and settled with. */
  PASSIVE(Dealing.CONTACT, Dealing.OFFER, Dealing.SETTLE),
  /** Barred for a time: only what is open is talked about and settled. */
  TEMPORARILY_BARRED(Dealing.CONTACT, Dealing.SETTLE),
  /** Not admitted to business (ALF-10); the data are kept. */
  BARRED();

  private final Set<Dealing> permitted;

  PartyStatus(Dealing... permitted) {
    EnumSet<Dealing> set = EnumSet.noneOf(Dealing.class);
    set.addAll(Set.of(permitted));
    this.permitted = set;
  }

  /** Whether the status permits the dealing. */
  public boolean permits(Dealing dealing) {
    return permitted.contains(dealing);
  }
}
