package org.kartoteka.platform.api.identity;

import java.util.Set;

/**
 * Somebody as a provider knows him.
 *
 * @param issuer who vouches: subjects of different issuers are different people
 * @param subject what the issuer never gives to anybody else; no name, no e-mail
 * @param name the sign-in name there; a proposal for the one here
 * @param fullName the name for people; may be null
 * @param email may be null
 * @param emailProved whether the provider has made sure that the e-mail is his
 * @param language such as {@code pl}; may be null
 * @param groups the names of his groups there
 * @param secondFactor whether he has shown a second factor there, and ours need not be asked
 */
public record Identity(
    String issuer,
    String subject,
    String name,
    String fullName,
    String email,
    boolean emailProved,
    String language,
    Set<String> groups,
    boolean secondFactor) {

  public Identity {
    groups = Set.copyOf(groups);
  }
}
