package org.kartoteka.contracts;

/** What contracts of a type must say before they are signed. */
public enum Demand {
  /** The package that was bought. */
  PACKAGE,
  /** Who concluded it. */
  SALESPERSON,
  /** Whose contract it is. */
  BRANCH,
  /** A last day. */
  END,
  /** What each line costs us. */
  COST
}
