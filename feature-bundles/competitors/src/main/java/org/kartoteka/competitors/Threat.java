package org.kartoteka.competitors;

/** How dangerous a competitor is to us. */
public enum Threat {
  LOW,
  MEDIUM,
  HIGH
}
