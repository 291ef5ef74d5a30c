package org.kartoteka.core.api.admission;

/** How a review stands. */
public enum AdmissionState {
  /** Nobody has decided yet. */
  PENDING,
  /** The party may become active. */
  ADMITTED,
  /** The party stays, barred, until a new review admits it. */
  REFUSED
}
