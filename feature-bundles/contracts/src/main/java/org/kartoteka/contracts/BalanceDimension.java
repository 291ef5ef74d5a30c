package org.kartoteka.contracts;

/** By what a balance is told apart. */
public enum BalanceDimension {
  NOTHING,
  MONTH,
  TYPE,
  PACKAGE,
  SALESPERSON,
  BRANCH,
  REASON
}
