package org.kartoteka.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kartoteka.platform.api.identity.IdentityRules;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.ProofNeeded;

class ProviderSettingsTest {

  private static final String SECRET = "password of the bind user";

  private final People people = new People();
  private final ProviderSettingsService settings =
      new ProviderSettingsService(
          people.settings,
          people.unitOfWork,
          people.acting,
          people.acting,
          people.history,
          people.installation);

  @Test
  void theSecretIsKeptLockedAndTheHistoryDoesNotTellIt() {
    settings.change("ldap", Map.of("base", "dc=org"), SECRET);
    settings.change("ldap", Map.of("base", "dc=example"), null);

    assertEquals(Map.of("base", "dc=example"), settings.of("ldap"));
    assertEquals(SECRET, settings.secret("ldap").orElseThrow());
    assertFalse(people.settings.get("ldap.secret").orElseThrow().contains(SECRET));
    assertFalse(people.history.changes().toString().contains(SECRET));
    assertEquals(2, people.history.changes().size());

    people.settings.set("oidc.secret", people.settings.get("ldap.secret").orElseThrow());
    assertThrows(IllegalStateException.class, () -> settings.secret("oidc"), "opens for its owner");

    settings.change("ldap", Map.of(), "");
    assertTrue(settings.secret("ldap").isEmpty());
  }

  @Test
  void onlyRolesThatExistCanBeMapped() {
    settings.change("ldap", Map.of(IdentityRules.ROLES, "cn=a,dc=b = READER\n* = MANAGER"), null);

    assertThrows(
        InvalidInput.class,
        () -> settings.change("ldap", Map.of(IdentityRules.ROLES, "sales = NOBODY"), null));
    assertThrows(
        InvalidInput.class,
        () -> settings.change("ldap", Map.of(IdentityRules.ROLES, "sales"), null));
  }

  @Test
  void areChangedByThoseWhoManageUsersUnderProof() {
    people.acting.provedLongAgo();
    assertThrows(ProofNeeded.class, () -> settings.change("ldap", Map.of(), null));
    people.acting.nowMay("platform.setting.change");
    assertThrows(Forbidden.class, () -> settings.change("ldap", Map.of(), null));
  }
}
