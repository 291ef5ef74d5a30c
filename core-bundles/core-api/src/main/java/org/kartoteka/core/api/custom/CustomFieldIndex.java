package org.kartoteka.core.api.custom;

/**
 * How far the index of a custom field is. Filtering and sorting by the field work at any time, in
 * large registers quickly only when the index is ready. It is built in the background; nobody has
 * to wait for it.
 */
public enum CustomFieldIndex {
  /** It is to be built. */
  WAITING,
  /** It is being built. */
  BUILDING,
  /** It is there. */
  READY,
  /** It could not be built; that is tried again from time to time. */
  FAILED
}
