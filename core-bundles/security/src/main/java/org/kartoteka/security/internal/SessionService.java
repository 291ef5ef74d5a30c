package org.kartoteka.security.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.identity.ProviderLogout;
import org.kartoteka.platform.api.identity.ProviderView;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.ProofNeeded;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.Credential;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.Origin;
import org.kartoteka.platform.api.security.ProviderSession;
import org.kartoteka.platform.api.security.RecentProof;
import org.kartoteka.platform.api.security.SessionId;
import org.kartoteka.platform.api.security.SessionView;
import org.kartoteka.platform.api.security.Sessions;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.settings.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sessions, kept in the database so that they can be seen and ended. Each is read at most once in
 * some seconds; a change made on this node is seen at once.
 */
@Component(service = {Sessions.class, SessionService.class})
public final class SessionService implements Sessions {

  private static final Duration BELIEVED = Duration.ofSeconds(10);
  private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);
  private static final int MOST_KEPT = 10_000;

  private final UnitOfWork unitOfWork;
  private final CurrentUser currentUser;
  private final AccessControl access;
  private final RecentProof proof;
  private final Clock clock;
  private final AuthenticationService authentication;
  private final SignInLog log;
  private final SessionLimits limits;
  private final SessionTable sessions;
  private final Map<SessionId, Known> known = new ConcurrentHashMap<>();

  /** A session as it was read. */
  private record Known(SessionTable.Row row, User user, Instant readAt, int edition) {}

  @Activate
  public SessionService(
      @Reference UnitOfWork unitOfWork,
      @Reference CurrentUser currentUser,
      @Reference AccessControl access,
      @Reference RecentProof proof,
      @Reference Clock clock,
      @Reference Settings settings,
      @Reference AuthenticationService authentication,
      @Reference SignInLog log) {
    this.unitOfWork = unitOfWork;
    this.currentUser = currentUser;
    this.access = access;
    this.proof = proof;
    this.clock = clock;
    this.authentication = authentication;
    this.log = log;
    this.limits = new SessionLimits(settings);
    this.sessions = new SessionTable(unitOfWork);
  }

  @Override
  public SessionId open(User user, Origin origin, ProviderSession elsewhere) {
    String browser = BrowserName.of(origin.browser());
    return unitOfWork.call(
        () -> sessions.insert(user.id(), clock.instant(), origin.address(), browser, elsewhere));
  }

  @Override
  public Optional<User> resume(SessionId id, String address) {
    Optional<Known> found = find(id);
    found
        .filter(one -> needsNote(one.row(), address))
        .ifPresent(
            one -> {
              unitOfWork.run(() -> sessions.used(id, clock.instant(), address));
              known.remove(id);
            });
    return found.map(Known::user);
  }

  private boolean needsNote(SessionTable.Row row, String address) {
    return !row.address().equals(address)
        || row.lastUsed().plus(USE_NOTED_EVERY).isBefore(clock.instant());
  }

  @Override
  public Optional<User> look(SessionId id) {
    return find(id).map(Known::user);
  }

  private Optional<Known> find(SessionId id) {
    Known before = known.get(id);
    Optional<Known> found =
        before != null && holds(before) ? Optional.of(before) : unitOfWork.call(() -> read(id));
    return found.filter(one -> isOpen(one.row())).or(() -> over(id));
  }

  private boolean holds(Known one) {
    return one.edition() == authentication.edition()
        && one.readAt().plus(BELIEVED).isAfter(clock.instant());
  }

  private Optional<Known> read(SessionId id) {
    int edition = authentication.edition();
    Instant now = clock.instant();
    Optional<Known> found =
        sessions
            .find(id)
            .flatMap(
                row ->
                    authentication
                        .refresh(row.user())
                        .map(user -> new Known(row, signedIn(user, row), now, edition)));
    if (known.size() >= MOST_KEPT) {
      known.clear();
    }
    found.ifPresentOrElse(one -> known.put(id, one), () -> known.remove(id));
    return found;
  }

  private User signedIn(User user, SessionTable.Row row) {
    return user.by(Credential.session(row.id(), row.provedAt().plus(limits.proof())));
  }

  private boolean isOpen(SessionTable.Row row) {
    Instant now = clock.instant();
    return row.lastUsed().plus(limits.idle()).isAfter(now)
        && row.openedAt().plus(limits.longest()).isAfter(now);
  }

  private Optional<Known> over(SessionId id) {
    closed(id);
    return Optional.empty();
  }

  @Override
  public User prove(String password, String code, String address) {
    User user = currentUser.require();
    if (user.credential().kind() != Credential.Kind.SESSION) {
      throw new ProofNeeded();
    }
    authentication.prove(user, password, code, address);
    return proved(user);
  }

  /** The user of a session has proved just now who he is. */
  User proved(User user) {
    if (user.credential().kind() != Credential.Kind.SESSION) {
      throw new ProofNeeded();
    }
    SessionId id = new SessionId(user.credential().id());
    unitOfWork.run(() -> sessions.proved(id, clock.instant()));
    known.remove(id);
    return look(id).orElse(user);
  }

  /** The user of a session has proved at a provider just now who he is. */
  User proved(User user, ProviderSession elsewhere) {
    User proved = proved(user);
    unitOfWork.run(() -> sessions.seenAt(elsewhere, new SessionId(user.credential().id())));
    return proved;
  }

  /** The session at the provider by which the present one came. */
  Optional<ProviderSession> elsewhere() {
    return Optional.ofNullable(present())
        .flatMap(id -> unitOfWork.read(() -> sessions.elsewhere(id)));
  }

  /** The provider has told that somebody has signed out there. */
  void endThoseOf(ProviderView provider, ProviderLogout logout) {
    unitOfWork.run(
        () ->
            sessions.endThoseOf(provider.id(), logout).stream()
                .distinct()
                .forEach(user -> log.signedOut(user, provider.title())));
    unitOfWork.afterCommit(known::clear);
  }

  @Override
  public List<SessionView> mine() {
    return views(currentUser.require().id());
  }

  @Override
  public List<SessionView> of(UserId user) {
    access.require(SecurityPermissions.MANAGE_USERS);
    return views(user);
  }

  private List<SessionView> views(UserId user) {
    SessionId present = present();
    return unitOfWork.read(
        () ->
            sessions.of(user).stream()
                .filter(this::isOpen)
                .map(row -> view(row, present))
                .toList());
  }

  private static SessionView view(SessionTable.Row row, SessionId present) {
    return new SessionView(
        row.id(),
        row.user(),
        row.openedAt(),
        row.lastUsed(),
        row.address(),
        row.browser(),
        row.id().equals(present));
  }

  /** The session of this call; null when it did not come by one. */
  private SessionId present() {
    Credential shown = currentUser.require().credential();
    return shown.kind() == Credential.Kind.SESSION ? new SessionId(shown.id()) : null;
  }

  @Override
  public void end(SessionId id) {
    User user = currentUser.require();
    boolean ended =
        unitOfWork.call(
            () -> {
              Optional<SessionTable.Row> row = sessions.find(id);
              boolean own = row.isPresent() && row.get().user().equals(user.id());
              boolean may = own || access.may(SecurityPermissions.MANAGE_USERS);
              return may && end(id, row);
            });
    known.remove(id);
    if (!ended) {
      throw new NotFound("session", id.value());
    }
  }

  private boolean end(SessionId id, Optional<SessionTable.Row> row) {
    row.flatMap(one -> sessions.end(id)).ifPresent(log::signedOut);
    return row.isPresent();
  }

  @Override
  public void endMine(boolean presentToo) {
    UserId user = currentUser.require().id();
    SessionId except = presentToo ? null : present();
    endAll(user, except);
  }

  @Override
  public void endAll(UserId user) {
    access.require(SecurityPermissions.MANAGE_USERS);
    proof.requireRecent();
    endAll(user, null);
  }

  private void endAll(UserId user, SessionId except) {
    unitOfWork.run(
        () -> {
          if (sessions.endAll(user, except) > 0) {
            log.signedOut(user);
          }
        });
    known.clear();
  }

  @Override
  public Duration idleLimit() {
    return limits.idle();
  }

  @Override
  public void closed(SessionId id) {
    known.remove(id);
    unitOfWork.run(() -> sessions.end(id).ifPresent(log::signedOut));
  }

  /** Forgets the sessions that nobody comes back to. */
  void sweep() {
    Instant now = clock.instant();
    unitOfWork.run(
        () -> sessions.endThoseOver(now.minus(limits.idle()), now.minus(limits.longest())));
  }
}
