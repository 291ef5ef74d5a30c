package org.kartoteka.core.api.admission;

import java.util.List;
import org.kartoteka.core.api.party.PartyId;

/**
 * What whoever decides should know of a party.
 *
 * @param parties other parties that it concerns, ten at most
 */
public record AdmissionFact(Kind kind, boolean good, List<Other> parties) {

  /** What is looked at. */
  public enum Kind {
    /** An official number is given whose check digit fits. */
    IDENTIFIER,
    /** Nobody else has one of its official numbers. */
    IDENTIFIER_UNIQUE,
    /** No other card looks like it, in the way of {@code Duplicates}. */
    NO_DUPLICATE,
    /** An address is given. */
    ADDRESS,
    /** A phone or an e-mail is given. */
    CONTACT,
    /** Somebody looks after it. */
    OWNER
  }

  /** Another party. */
  public record Other(PartyId id, String name) {}

  public AdmissionFact {
    parties = parties == null ? List.of() : List.copyOf(parties);
  }
}
