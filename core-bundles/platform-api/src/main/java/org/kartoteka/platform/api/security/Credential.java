package org.kartoteka.platform.api.security;

import java.time.Instant;

/**
 * By what somebody came in. It goes with the {@link User} it belongs to.
 *
 * @param id of the session or the token; 0 otherwise
 * @param provedUntil until when the proof of who he is counts as recent, for a session
 * @param readOnly whether nothing may be changed with it
 */
public record Credential(Kind kind, long id, Instant provedUntil, boolean readOnly) {

  /** Nothing was shown. */
  public static final Credential NONE = new Credential(Kind.NONE, 0, null, false);

  /** What was shown. */
  public enum Kind {
    /** Nothing: the platform itself, or a user who is only looked up. */
    NONE,
    /** Name and password, with each call. */
    PASSWORD,
    /** A token of the API. */
    TOKEN,
    /** The session of a browser. */
    SESSION
  }

  /** Name and password, shown with this call. */
  public static Credential password() {
    return new Credential(Kind.PASSWORD, 0, null, false);
  }

  /** A token. */
  public static Credential token(long id, boolean readOnly) {
    return new Credential(Kind.TOKEN, id, null, readOnly);
  }

  /** The session of a browser. */
  public static Credential session(SessionId id, Instant provedUntil) {
    return new Credential(Kind.SESSION, id.value(), provedUntil, false);
  }
}
