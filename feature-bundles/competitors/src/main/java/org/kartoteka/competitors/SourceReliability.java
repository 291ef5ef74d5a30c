package org.kartoteka.competitors;

/**
 * How far the source of an information can be trusted, in the letters of the Admiralty system. The
 * information itself is rated beside it by a credibility from 1 (confirmed by others) to 5
 * (improbable); 6 means that it cannot be judged.
 */
public enum SourceReliability {
  /** Completely reliable. */
  A,
  /** Usually reliable. */
  B,
  /** Fairly reliable. */
  C,
  /** Not usually reliable. */
  D,
  /** Unreliable. */
  E,
  /** Cannot be judged. */
  F
}
