package org.kartoteka.security.internal;

import java.util.Optional;
import org.kartoteka.platform.api.problem.PasswordChangeNeeded;
import org.kartoteka.platform.api.problem.SecondFactorNeeded;
import org.kartoteka.platform.api.security.Credential;
import org.kartoteka.platform.api.security.Origin;
import org.kartoteka.platform.api.security.ProviderSession;
import org.kartoteka.platform.api.security.SessionId;
import org.kartoteka.platform.api.security.Sessions;
import org.kartoteka.platform.api.security.SignIn;
import org.kartoteka.platform.api.security.SignInStep;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.security.internal.factor.SecondFactorService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leads people in, step by step. */
@Component(service = {SignIn.class, SignInService.class})
public final class SignInService implements SignIn {

  private final AuthenticationService authentication;
  private final SecondFactorService secondFactor;
  private final Sessions sessions;
  private final SignInLog log;

  @Activate
  public SignInService(
      @Reference AuthenticationService authentication,
      @Reference SecondFactorService secondFactor,
      @Reference Sessions sessions,
      @Reference SignInLog log) {
    this.authentication = authentication;
    this.secondFactor = secondFactor;
    this.sessions = sessions;
    this.log = log;
  }

  @Override
  public Optional<SignInStep> byPassword(String name, String password, Origin origin) {
    return authentication
        .byPassword(name, password, origin)
        .map(user -> user.by(Credential.password()))
        .map(user -> new SignInStep(user, origin, need(user), null));
  }

  /**
   * The step of somebody who has come by a provider.
   *
   * @param factorShown whether he has shown a second factor there
   */
  SignInStep step(User user, Origin origin, ProviderSession elsewhere, boolean factorShown) {
    return new SignInStep(user, origin, factorShown ? rest(user) : need(user), elsewhere);
  }

  private SignInStep.Need need(User user) {
    if (secondFactor.isPresent(user.id())) {
      return SignInStep.Need.CODE;
    }
    return secondFactor.isDemanded(user.id()) ? SignInStep.Need.SETUP : rest(user);
  }

  /** What is asked of somebody who has shown all his factors. */
  private SignInStep.Need rest(User user) {
    return authentication.hasTemporaryPassword(user.id())
        ? SignInStep.Need.PASSWORD
        : SignInStep.Need.NOTHING;
  }

  @Override
  public Optional<SignInStep> byCode(SignInStep step, String code) {
    return authentication.byCode(step.user(), code, step.origin())
        ? Optional.of(step.with(rest(step.user())))
        : Optional.empty();
  }

  @Override
  public SignInStep afterSetup(SignInStep step) {
    boolean done = step.need() == SignInStep.Need.SETUP && secondFactor.isPresent(step.user().id());
    return done ? step.with(rest(step.user())) : step;
  }

  @Override
  public SignInStep choosePassword(SignInStep step, String password) {
    if (step.need() != SignInStep.Need.PASSWORD) {
      return step;
    }
    authentication.replaceTemporaryPassword(step.user(), password);
    return step.with(SignInStep.Need.NOTHING);
  }

  @Override
  public SessionId enter(SignInStep step) {
    if (step.need() == SignInStep.Need.PASSWORD) {
      throw new PasswordChangeNeeded();
    }
    if (step.need() != SignInStep.Need.NOTHING) {
      throw new SecondFactorNeeded();
    }
    authentication.completed(step.user(), step.origin());
    log.signedIn(step.user(), step.origin());
    return sessions.open(step.user(), step.origin(), step.elsewhere());
  }
}
