package org.kartoteka.platform.api.audit;

/** What was done; its words are the text {@code audit.act.<name>}. */
public enum AuditAct {
  /** A record was made. */
  CREATED,
  /** A record was changed, field by field. */
  CHANGED,
  /** A record was deleted. */
  DELETED,
  /** Private data of a record were handed to somebody. */
  READ,
  /** Records were taken out as a file. */
  EXPORTED,
  /** Somebody signed in. */
  SIGNED_IN,
  /** Somebody could not sign in. */
  SIGN_IN_FAILED,
  /** Somebody signed out, or a session was ended. */
  SIGNED_OUT,
  /** A feature was started, stopped, installed, removed or purged. */
  SWITCHED,
  /** Personal data were erased, from records and from this log. */
  ERASED,
  /** The processing of personal data was restricted or permitted again. */
  RESTRICTED,
  /** A backup was written or read back. */
  BACKED_UP,
  /** The seals of this log were verified. */
  VERIFIED
}
