package org.kartoteka.platform.api.security;

/** How far a role lets an action reach. */
public enum Extent {
  /** The records that the user himself owns. */
  OWN,

  /** The records owned by the people of the user's branch and of the branches below it. */
  BRANCH,

  /** The records in chosen registers. */
  REGISTERS,

  /** All records. */
  ALL
}
