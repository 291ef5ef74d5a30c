package org.kartoteka.competitors;

/** How certain it is that a competitor supplies a customer. */
public enum Certainty {
  SUSPECTED,
  PROBABLE,
  CONFIRMED
}
