package org.kartoteka.platform.api.identity;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.ProviderSession;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Signs people in on a page of its own, to which the browser is sent and from which it comes back.
 * Called on the thread of the request, outside of a transaction.
 */
@ConsumerType
public interface RedirectProvider extends IdentityProvider {

  /**
   * Begins a visit.
   *
   * @param back where the browser comes back to
   * @param anew whether the person must prove anew who he is, even if he is signed in there
   * @throws org.kartoteka.platform.api.problem.ProviderUnavailable when it cannot be reached
   */
  ProviderVisit begin(URI back, boolean anew);

  /**
   * Who has come back.
   *
   * @param visit the one that was begun in this very browser; used once
   * @param answer the parameters that the browser brought along
   * @throws org.kartoteka.platform.api.problem.Refused when the answer proves nothing
   * @throws org.kartoteka.platform.api.problem.ProviderUnavailable when it cannot be reached
   */
  ProviderAnswer finish(ProviderVisit visit, Map<String, String> answer);

  /**
   * Where to send a browser that signs out here, to sign out there too.
   *
   * @param session the session there
   * @return empty when that is not wanted or not possible
   */
  Optional<URI> farewell(ProviderSession session, URI back);

  /**
   * Who has signed out there, as the provider itself tells without any browser.
   *
   * @throws org.kartoteka.platform.api.problem.Refused when the token proves nothing; always when
   *     such providers tell nothing
   * @throws org.kartoteka.platform.api.problem.ProviderUnavailable when it cannot be reached
   */
  default ProviderLogout logout(String token) {
    throw new Refused("security.identity.no-logout");
  }
}
