package org.kartoteka.competitors;

/** What an alert is about. */
public enum AlertKind {
  STRATEGY_CHANGE,
  PRICE,
  PRESENCE
}
