package org.kartoteka.platform.api.identity;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes note of people who have signed out at a provider, or were signed out there, and ends their
 * sessions here. The provider tells it from server to server; nobody is signed in to do it.
 */
@ProviderType
public interface BackChannelLogout {

  /**
   * The provider tells that somebody has signed out.
   *
   * @param provider its id
   * @param token what it says, signed
   * @throws org.kartoteka.platform.api.problem.Refused when the token proves nothing, was told
   *     already, or there is no such provider in use
   * @throws org.kartoteka.platform.api.problem.ProviderUnavailable when the provider's keys cannot
   *     be had
   */
  void told(String provider, String token);
}
