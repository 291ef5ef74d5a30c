package org.kartoteka.security.internal;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.identity.Identity;
import org.kartoteka.platform.api.identity.ProviderAnswer;
import org.kartoteka.platform.api.identity.ProviderView;
import org.kartoteka.platform.api.identity.ProviderVisit;
import org.kartoteka.platform.api.identity.RedirectProvider;
import org.kartoteka.platform.api.identity.RedirectSignIn;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.Credential;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.Origin;
import org.kartoteka.platform.api.security.SignInStep;
import org.kartoteka.platform.api.security.User;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends people to the pages of providers and takes them in when they come back. */
@Component
public final class RedirectSignInService implements RedirectSignIn {

  private static final Logger LOG = LoggerFactory.getLogger(RedirectSignInService.class);

  /** Whoever stays longer begins again. */
  private static final Duration LONGEST_VISIT = Duration.ofMinutes(15);

  private final IdentityProviders providers;
  private final AuthenticationService authentication;
  private final SignInService signIn;
  private final SessionService sessions;
  private final CurrentUser currentUser;
  private final UnitOfWork unitOfWork;
  private final IdentityTable identities;
  private final Clock clock;

  @Activate
  public RedirectSignInService(
      @Reference IdentityProviders providers,
      @Reference AuthenticationService authentication,
      @Reference SignInService signIn,
      @Reference SessionService sessions,
      @Reference CurrentUser currentUser,
      @Reference UnitOfWork unitOfWork,
      @Reference Clock clock) {
    this.providers = providers;
    this.authentication = authentication;
    this.signIn = signIn;
    this.sessions = sessions;
    this.currentUser = currentUser;
    this.unitOfWork = unitOfWork;
    this.identities = new IdentityTable(unitOfWork);
    this.clock = clock;
  }

  @Override
  public List<ProviderView> providers() {
    return providers.views().stream().filter(ProviderView::redirects).toList();
  }

  @Override
  public ProviderVisit begin(String provider, URI back, boolean anew) {
    return provider(provider).begin(back, anew);
  }

  private RedirectProvider provider(String id) {
    return providers.redirect(id).orElseThrow(() -> new NotFound("identity-provider", id));
  }

  @Override
  public Optional<SignInStep> arrive(
      ProviderVisit visit, Map<String, String> answer, Origin origin) {
    RedirectProvider provider = provider(visit.provider());
    try {
      ProviderAnswer told = finish(provider, visit, answer);
      Identity identity = told.identity();
      return authentication
          .byIdentity(provider, identity)
          .map(user -> user.by(Credential.password()))
          .map(user -> signIn.step(user, origin, told.session(), identity.secondFactor()));
    } catch (Refused refused) {
      LOG.info(
          "A sign-in from {} by {} failed: {}", origin.address(), provider.id(), refused.key());
      throw refused;
    }
  }

  private ProviderAnswer finish(
      RedirectProvider provider, ProviderVisit visit, Map<String, String> answer) {
    if (visit.begun().plus(LONGEST_VISIT).isBefore(clock.instant())) {
      throw new Refused("security.identity.visit-over");
    }
    return provider.finish(visit, answer);
  }

  @Override
  public User prove(ProviderVisit visit, Map<String, String> answer) {
    User user = currentUser.require();
    ProviderAnswer told = finish(provider(visit.provider()), visit, answer);
    Identity identity = told.identity();
    boolean same =
        unitOfWork
            .read(() -> identities.find(visit.provider(), identity.issuer(), identity.subject()))
            .filter(row -> row.user().equals(user.id()))
            .isPresent();
    if (!visit.anew() || !same) {
      throw new Refused("security.identity.somebody-else");
    }
    return sessions.proved(user, told.session());
  }

  @Override
  public Optional<URI> farewell(URI back) {
    return sessions
        .elsewhere()
        .flatMap(
            session ->
                providers
                    .redirect(session.provider())
                    .flatMap(provider -> provider.farewell(session, back)));
  }
}
