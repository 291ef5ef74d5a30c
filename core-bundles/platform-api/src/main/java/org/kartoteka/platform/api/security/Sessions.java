package org.kartoteka.platform.api.security;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The browsers in which people are signed in. A session ends when it was not used for a while, when
 * it is old, when somebody ends it, and when its user is blocked or gets a new password.
 */
@ProviderType
public interface Sessions {

  /** Opens a session for somebody who has just proved who he is. */
  default SessionId open(User user, Origin origin) {
    return open(user, origin, null);
  }

  /**
   * Opens a session for somebody who has just proved who he is.
   *
   * @param elsewhere his session at the provider by which he came; null when he gave a password
   */
  SessionId open(User user, Origin origin, ProviderSession elsewhere);

  /**
   * The user of a session that is being used now, as he is now.
   *
   * @return empty when the session has ended
   */
  Optional<User> resume(SessionId id, String address);

  /** As {@link #resume}, but it does not count as use. */
  Optional<User> look(SessionId id);

  /**
   * The current user proves once more who he is.
   *
   * @return the user with the fresh proof
   */
  User prove(String password, String code, String address);

  /** The sessions of the current user, the latest used first. */
  List<SessionView> mine();

  /** The sessions of a user. Needs {@code security.user.manage}. */
  List<SessionView> of(UserId user);

  /** Ends a session: an own one, or with {@code security.user.manage} anybody's. */
  void end(SessionId id);

  /** Ends all sessions of the current user, the present one only when it is said so. */
  void endMine(boolean presentToo);

  /** Ends all sessions of a user. Needs {@code security.user.manage}. */
  void endAll(UserId user);

  /** How long a session lasts without being used. */
  Duration idleLimit();

  /** A session was closed by its browser or forgotten by the web server. */
  void closed(SessionId id);
}
