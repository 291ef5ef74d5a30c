package org.kartoteka.platform.api.identity;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kartoteka.platform.api.security.Origin;
import org.kartoteka.platform.api.security.SignInStep;
import org.kartoteka.platform.api.security.User;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The first step of signing in, done on the page of a provider; the further ones and the entering
 * are those of {@link org.kartoteka.platform.api.security.SignIn}.
 */
@ProviderType
public interface RedirectSignIn {

  /** The providers one can go to. */
  List<ProviderView> providers();

  /**
   * Begins a visit. Keep it in the session of the browser, and send the browser to its address.
   *
   * @param anew whether the person must prove anew who he is
   */
  ProviderVisit begin(String provider, URI back, boolean anew);

  /**
   * The person has come back.
   *
   * @return what comes next; empty when the user is blocked
   * @throws org.kartoteka.platform.api.problem.Refused when the answer proves nothing, or the
   *     person is nobody here
   */
  Optional<SignInStep> arrive(ProviderVisit visit, Map<String, String> answer, Origin origin);

  /**
   * The current user has come back from a visit that was begun anew: he has proved who he is.
   *
   * @return the user with the fresh proof
   */
  User prove(ProviderVisit visit, Map<String, String> answer);

  /** Where to send the browser of the current user, who signs out, to sign out there too. */
  Optional<URI> farewell(URI back);
}
