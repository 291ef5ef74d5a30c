package org.kartoteka.oidc.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kartoteka.platform.api.identity.IdentityRules;
import org.kartoteka.platform.api.identity.ProviderSettings;
import org.kartoteka.platform.api.identity.TrustedCertificates;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/** An OpenID provider and how its claims are read, as the administrator has set it up. */
record OidcSettings(Map<String, String> values) {

  static final String IN_USE = ProviderSettings.IN_USE;
  static final String TITLE = ProviderSettings.TITLE;
  static final String ISSUER = "issuer";
  static final String CLIENT = "client";
  static final String SCOPES = "scopes";
  static final String NAME_CLAIM = "nameClaim";
  static final String GROUPS_CLAIM = "groupsClaim";
  static final String STRONG = "strong";
  static final String FAREWELL = "farewell";

  /** What holds where nothing was chosen. */
  static final Map<String, String> USUAL =
      Map.of(
          TITLE, "OpenID Connect",
          SCOPES, "openid profile email",
          NAME_CLAIM, "preferred_username",
          GROUPS_CLAIM, "groups");

  /** All there are. */
  static final Set<String> NAMES =
      Set.of(
          IN_USE,
          TITLE,
          ProviderSettings.ORDER,
          TrustedCertificates.PEM,
          TrustedCertificates.FILE,
          ISSUER,
          CLIENT,
          SCOPES,
          NAME_CLAIM,
          GROUPS_CLAIM,
          STRONG,
          FAREWELL,
          IdentityRules.NEWCOMERS,
          IdentityRules.TRUSTS_EMAIL,
          IdentityRules.ROLES);

  OidcSettings {
    values = Map.copyOf(values);
  }

  String get(String name) {
    String chosen = values.getOrDefault(name, "").strip();
    return chosen.isEmpty() ? USUAL.getOrDefault(name, "") : chosen;
  }

  boolean is(String name) {
    return "true".equals(values.get(name));
  }

  /** Whether groups decide over roles. */
  boolean mapsRoles() {
    return IdentityRules.of(values).mapsRoles();
  }

  /** What of {@code amr} and {@code acr} counts as a second factor. */
  Set<String> strong() {
    return Arrays.stream(get(STRONG).split("[\\s,]+"))
        .filter(one -> !one.isEmpty())
        .collect(Collectors.toSet());
  }

  /** Refuses what cannot work or is not safe. */
  void check() {
    List<FieldError> errors = new ArrayList<>();
    if (!Address.isSafe(get(ISSUER))) {
      errors.add(FieldError.of(ISSUER, "encryptedAddress"));
    }
    if (get(CLIENT).isEmpty()) {
      errors.add(FieldError.of(CLIENT, "required"));
    }
    if (!List.of(get(SCOPES).split("\\s+")).contains("openid")) {
      errors.add(FieldError.of(SCOPES, "openidScope"));
    }
    InvalidInput.throwIfAny(errors);
  }
}
