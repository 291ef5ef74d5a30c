package org.kartoteka.security.internal;

import java.time.Clock;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.identity.BackChannelLogout;
import org.kartoteka.platform.api.identity.ProviderLogout;
import org.kartoteka.platform.api.identity.ProviderView;
import org.kartoteka.platform.api.identity.RedirectProvider;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.User;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the sessions of those who have signed out at a provider, once for each message. */
@Component(service = {BackChannelLogout.class, BackChannelLogoutService.class})
public final class BackChannelLogoutService implements BackChannelLogout {

  private static final Logger LOG = LoggerFactory.getLogger(BackChannelLogoutService.class);

  private final UnitOfWork unitOfWork;
  private final CurrentUser currentUser;
  private final Clock clock;
  private final IdentityProviders providers;
  private final SessionService sessions;

  @Activate
  public BackChannelLogoutService(
      @Reference UnitOfWork unitOfWork,
      @Reference CurrentUser currentUser,
      @Reference Clock clock,
      @Reference IdentityProviders providers,
      @Reference SessionService sessions) {
    this.unitOfWork = unitOfWork;
    this.currentUser = currentUser;
    this.clock = clock;
    this.providers = providers;
    this.sessions = sessions;
  }

  @Override
  public void told(String provider, String token) {
    RedirectProvider teller =
        providers.redirect(provider).orElseThrow(() -> new Refused("security.identity.no-logout"));
    ProviderLogout logout = teller.logout(token == null ? "" : token);
    currentUser.runAs(
        User.SYSTEM,
        () -> {
          unitOfWork.run(() -> end(teller, logout));
          return null;
        });
  }

  private void end(RedirectProvider teller, ProviderLogout logout) {
    if (!isNew(teller.id(), logout)) {
      LOG.warn("{} told a sign-out twice", teller.id());
      throw new Refused("security.identity.no-logout");
    }
    sessions.endThoseOf(new ProviderView(teller.id(), teller.title(), true), logout);
  }

  private boolean isNew(String provider, ProviderLogout logout) {
    return Sql.of(
                unitOfWork,
                "insert into security.provider_logout (provider, id, end_at) values (?, ?, ?) on"
                    + " conflict do nothing",
                provider,
                logout.id(),
                logout.end())
            .update()
        > 0;
  }

  /** Forgets the messages that would not be believed any more. */
  void sweep() {
    unitOfWork.run(
        () ->
            Sql.of(
                    unitOfWork,
                    "delete from security.provider_logout where end_at < ?",
                    clock.instant())
                .update());
  }
}
