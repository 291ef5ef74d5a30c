package org.kartoteka.rest.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.kartoteka.platform.api.security.Credential;
import org.kartoteka.platform.api.security.Origin;
import org.kartoteka.platform.api.security.ProviderSession;
import org.kartoteka.platform.api.security.SessionId;
import org.kartoteka.platform.api.security.SessionView;
import org.kartoteka.platform.api.security.Sessions;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserId;

/** One session: Anna's, with the number 1. */
final class FakeSessions implements Sessions {

  @Override
  public Optional<User> resume(SessionId id, String address) {
    return look(id);
  }

  @Override
  public Optional<User> look(SessionId id) {
    return id.value() == 1
        ? Optional.of(FakeHouse.ANNA.by(Credential.session(id, null)))
        : Optional.empty();
  }

  @Override
  public SessionId open(User user, Origin origin, ProviderSession elsewhere) {
    throw new UnsupportedOperationException();
  }

  @Override
  public User prove(String password, String code, String address) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<SessionView> mine() {
    return List.of();
  }

  @Override
  public List<SessionView> of(UserId user) {
    return List.of();
  }

  @Override
  public void end(SessionId id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void endMine(boolean presentToo) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void endAll(UserId user) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Duration idleLimit() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void closed(SessionId id) {
    throw new UnsupportedOperationException();
  }
}
