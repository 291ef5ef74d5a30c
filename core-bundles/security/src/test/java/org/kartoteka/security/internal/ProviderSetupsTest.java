package org.kartoteka.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kartoteka.platform.api.identity.IdentityRules;
import org.kartoteka.platform.api.identity.ProviderSettings;
import org.kartoteka.platform.api.identity.ProviderSetup;
import org.kartoteka.platform.api.identity.ProviderSetupView;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.ProofNeeded;
import org.kartoteka.testing.FakeProviderSettings;
import org.kartoteka.testing.FakeUser;

class ProviderSetupsTest {

  private final FakeUser acting = FakeUser.almighty();
  private final ProviderSetupsService setups = new ProviderSetupsService(acting, acting);
  private final ProviderSetup directory = new Directory(new FakeProviderSettings());

  ProviderSetupsTest() {
    setups.bindSetups(directory);
  }

  @Test
  void isChangedAndShownWithoutItsSecret() {
    ProviderSetupView after = setups.change("ldap", Map.of("base", "dc=org"), "hush");

    assertEquals(
        new ProviderSetupView("ldap", "Directory", false, Map.of("base", "dc=org"), true), after);
    assertEquals(List.of(after), setups.all());
    assertEquals(after, setups.get("ldap"));
  }

  @Test
  void aSettingThatDoesNotExistIsRefusedAndNothingChanges() {
    InvalidInput refused =
        assertThrows(
            InvalidInput.class, () -> setups.change("ldap", Map.of("bsae", "dc=org"), null));

    assertEquals("unknown", refused.errors().get(0).code());
    assertEquals(Map.of(), directory.values());
    assertThrows(InvalidInput.class, () -> setups.change("ldap", null, null));
  }

  @Test
  void isThereAsLongAsItsBundle() {
    setups.unbindSetups(directory);

    assertEquals(List.of(), setups.all());
    assertThrows(NotFound.class, () -> setups.get("ldap"));
    assertThrows(NotFound.class, () -> setups.change("ldap", Map.of(), null));
  }

  @Test
  void isForThoseWhoManageUsersAndChangedUnderProof() {
    acting.provedLongAgo();
    assertThrows(ProofNeeded.class, () -> setups.change("ldap", Map.of(), null));
    acting.nowMay("platform.setting.change");
    assertThrows(Forbidden.class, setups::all);
    assertThrows(Forbidden.class, () -> setups.get("ldap"));
    assertThrows(Forbidden.class, () -> setups.change("ldap", Map.of(), null));
  }

  private record Directory(ProviderSettings settings) implements ProviderSetup {

    @Override
    public String id() {
      return "ldap";
    }

    @Override
    public String title() {
      return "Directory";
    }

    @Override
    public boolean isInUse() {
      return false;
    }

    @Override
    public IdentityRules rules() {
      return IdentityRules.of(values());
    }

    @Override
    public Set<String> names() {
      return Set.of("base");
    }

    @Override
    public Map<String, String> values() {
      return settings.of("ldap");
    }

    @Override
    public boolean hasSecret() {
      return settings.secret("ldap").isPresent();
    }

    @Override
    public void change(Map<String, String> values, String secret) {
      settings.change("ldap", values, secret);
    }
  }
}
