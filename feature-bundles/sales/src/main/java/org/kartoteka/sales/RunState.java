package org.kartoteka.sales;

/** How far a run is. */
public enum RunState {
  /** At work, or waiting to go on. */
  RUNNING,
  /** All parties had their turn. */
  DONE,
  /** Somebody ended it; what was made stays. */
  STOPPED
}
