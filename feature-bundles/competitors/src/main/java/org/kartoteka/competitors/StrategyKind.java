package org.kartoteka.competitors;

/** What a change in a competitor's strategy is about. */
public enum StrategyKind {
  PRICE,
  PRODUCT,
  STAFF,
  TERRITORY,
  CAMPAIGN,
  MERGER,
  OTHER
}
