package org.kartoteka.security.internal;

import java.util.Optional;
import org.kartoteka.platform.api.problem.SecondFactorNeeded;
import org.kartoteka.platform.api.security.Origin;
import org.kartoteka.platform.api.security.SessionId;
import org.kartoteka.platform.api.security.Sessions;
import org.kartoteka.platform.api.security.SignIn;
import org.kartoteka.platform.api.security.SignInStep;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leads people in, step by step. */
@Component
public final class SignInService implements SignIn {

  private final AuthenticationService authentication;
  private final Sessions sessions;

  @Activate
  public SignInService(
      @Reference AuthenticationService authentication, @Reference Sessions sessions) {
    this.authentication = authentication;
    this.sessions = sessions;
  }

  @Override
  public Optional<SignInStep> byPassword(String name, String password, Origin origin) {
    return authentication
        .byPassword(name, password, origin)
        .map(user -> new SignInStep(user, origin, SignInStep.Need.NOTHING));
  }

  @Override
  public SessionId enter(SignInStep step) {
    if (step.need() != SignInStep.Need.NOTHING) {
      throw new SecondFactorNeeded();
    }
    return sessions.open(step.user(), step.origin());
  }
}
