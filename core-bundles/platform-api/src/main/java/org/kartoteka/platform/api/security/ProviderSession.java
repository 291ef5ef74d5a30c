package org.kartoteka.platform.api.security;

/**
 * The session of somebody at the identity provider by which he has signed in.
 *
 * @param provider the id of the provider
 * @param id the id of the session there; null when the provider does not tell it
 * @param hint what the provider wants to see when he signs out there, such as an ID token; may be
 *     null
 */
public record ProviderSession(String provider, String id, String hint) {}
