package org.kartoteka.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.identity.IdentityProvider;
import org.kartoteka.platform.api.identity.IdentityRules;
import org.kartoteka.platform.api.identity.ProviderKind;
import org.kartoteka.platform.api.identity.ProviderSettings;
import org.kartoteka.platform.api.identity.ProviderSetupView;
import org.kartoteka.platform.api.identity.TrustedCertificates;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.ProofNeeded;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.User;

class ProviderSetupsTest {

  private final People people = new People();
  private final ProviderSetupsService setups = people.setups;
  private final ProviderKind directories = new Directories();

  @BeforeEach
  void open() {
    people.providers.bindKinds(directories);
  }

  @Test
  void theOneOfBeforeIsStillThereWithWhatItWas() {
    people.settings.set("ldap.settings", "{\"base\":\"dc=org\"}");

    assertEquals(List.of("ldap"), ids());
    assertEquals(Map.of("base", "dc=org"), setups.get("ldap").settings());
  }

  @Test
  void severalAreShownAndAskedInTheirOrder() {
    setups.add("south", "ldap", Map.of(ProviderSettings.ORDER, "3"), null);
    setups.add("north", "ldap", Map.of(ProviderSettings.ORDER, "2"), "hush");

    assertEquals(List.of("ldap", "north", "south"), ids());
    assertEquals(
        List.of("ldap", "north", "south"),
        people.providers.passwords().stream().map(IdentityProvider::id).toList());
    setups.change("ldap", Map.of(ProviderSettings.ORDER, "9"), null);
    assertEquals(List.of("north", "south", "ldap"), ids());
    assertEquals("hush", people.providerSettings.secret("north").orElseThrow());
    assertTrue(people.providerSettings.secret("south").isEmpty());
  }

  @Test
  void isShownWithoutItsSecret() {
    ProviderSetupView added = setups.add("north", "ldap", Map.of("base", "dc=org"), "hush");

    assertEquals(
        new ProviderSetupView(
            "north", "ldap", "The north", true, Map.of("base", "dc=org"), true, List.of()),
        added);
    assertEquals(added, setups.get("north"));
    assertFalse(people.history.changes().toString().contains("hush"));
  }

  @Test
  void anIdIsShortFreeAndForGood() {
    Map<String, String> none = Map.of();
    for (String id : List.of("", "N", "1st", "a b", "a/b", "a".repeat(41))) {
      assertRefused("id providerId", () -> setups.add(id, "ldap", none, null));
    }
    assertRefused("id providerId", () -> setups.add(null, "ldap", none, null));
    assertRefused("id providerTaken", () -> setups.add("ldap", "ldap", none, null));
    people.providers.bindPasswords(new Somewhere.Directory("brought"));
    assertRefused("id providerTaken", () -> setups.add("brought", "ldap", none, null));
    assertRefused("kind providerKind", () -> setups.add("north", "oidc", none, null));
    assertEquals(List.of("ldap"), ids());
  }

  @Test
  void whatDoesNotExistOrCannotWorkIsRefusedAndNothingChanges() {
    assertRefused("settings unknown", () -> setups.change("ldap", Map.of("bsae", "dc=org"), null));
    assertRefused("settings required", () -> setups.change("ldap", null, null));
    assertRefused("order number", () -> setups.change("ldap", Map.of("order", "first"), null));
    assertRefused(
        "certificates certificate",
        () -> setups.change("ldap", Map.of(TrustedCertificates.PEM, "none"), null));
    assertRefused(
        "base required", () -> setups.add("north", "ldap", Map.of("inUse", "true"), null));
    assertRefused(
        "roles noSuchRole",
        () -> setups.add("north", "ldap", Map.of(IdentityRules.ROLES, "* = NOBODY"), null));

    assertEquals(List.of("ldap"), ids());
    assertEquals(Map.of(), setups.get("ldap").settings());
  }

  @Test
  void isThereAsLongAsItsBundleAndKeptWithoutIt() {
    setups.add("north", "ldap", Map.of("base", "dc=org"), null);
    people.providers.unbindKinds(directories);

    assertEquals(List.of(), setups.all());
    assertEquals(List.of(), people.providers.passwords());
    assertThrows(NotFound.class, () -> setups.get("north"));
    assertThrows(NotFound.class, () -> setups.change("north", Map.of(), null));
    assertThrows(NotFound.class, () -> setups.remove("north"));

    people.providers.bindKinds(directories);
    assertEquals(Map.of("base", "dc=org"), setups.get("north").settings());
  }

  @Test
  void isRemovedWithAllItWasWhenNobodySignsInByIt() {
    User ann = people.add("ann", "MANAGER");
    setups.add("north", "ldap", Map.of("base", "dc=org"), "hush");
    people.identities.assign(ann.id(), "north", null);

    assertThrows(Refused.class, () -> setups.remove("north"));
    people.identities.release(ann.id());
    setups.remove("north");

    assertEquals(List.of("ldap"), ids());
    assertThrows(NotFound.class, () -> setups.remove("north"));
    setups.add("north", "ldap", Map.of(), null);
    assertEquals(Map.of(), setups.get("north").settings());
    assertFalse(setups.get("north").hasSecret());
  }

  @Test
  void nobodyDecidesOverThoseWhoHaveMoreNorGivesMoreThanHeHas() {
    User ann = people.add("ann", "ADMINISTRATOR");
    setups.add("north", "ldap", Map.of(), null);
    people.identities.assign(ann.id(), "north", null);
    managersExport();
    people.acting.nowMay("security.user.manage", "platform.setting.change");

    assertThrows(Refused.class, () -> setups.change("north", Map.of("base", "dc=mine"), null));
    assertThrows(Refused.class, () -> setups.remove("north"));
    assertEquals(Map.of(), setups.get("north").settings());
    assertRefused(
        "roles administratorByAdministrator",
        () -> setups.change("ldap", Map.of(IdentityRules.ROLES, "* = ADMINISTRATOR"), null));
    assertRefused(
        "roles roleBeyond",
        () -> setups.change("ldap", Map.of(IdentityRules.ROLES, "* = MANAGER"), null));
    setups.change("ldap", Map.of("base", "dc=org"), null);
  }

  private void managersExport() {
    people.unitOfWork.run(
        () -> {
          Sql.of(
                  people.unitOfWork,
                  "insert into security.permission (name, feature) values ('core.export', 'core')")
              .update();
          Sql.of(
                  people.unitOfWork,
                  "insert into security.role_permission (role, permission) values ('MANAGER',"
                      + " 'core.export')")
              .update();
        });
  }

  @Test
  void whatGroupsBringAlreadyStays() {
    managersExport();
    setups.change("ldap", Map.of(IdentityRules.ROLES, "* = MANAGER"), null);
    people.acting.nowMay("security.user.manage", "platform.setting.change");

    setups.change("ldap", Map.of(IdentityRules.ROLES, "sales = MANAGER"), null);

    assertEquals("sales = MANAGER", setups.get("ldap").settings().get(IdentityRules.ROLES));
  }

  @Test
  void isForThoseWhoManageUsersAndChangedUnderProof() {
    people.acting.provedLongAgo();
    assertThrows(ProofNeeded.class, () -> setups.add("north", "ldap", Map.of(), null));
    assertThrows(ProofNeeded.class, () -> setups.change("ldap", Map.of(), null));
    assertThrows(ProofNeeded.class, () -> setups.remove("ldap"));
    people.acting.nowMay("platform.setting.change");
    assertThrows(Forbidden.class, setups::all);
    assertThrows(Forbidden.class, () -> setups.get("ldap"));
    assertThrows(Forbidden.class, () -> setups.add("north", "ldap", Map.of(), null));
    assertThrows(Forbidden.class, () -> setups.change("ldap", Map.of(), null));
    assertThrows(Forbidden.class, () -> setups.remove("ldap"));
  }

  private List<String> ids() {
    return setups.all().stream().map(ProviderSetupView::id).toList();
  }

  private static void assertRefused(String error, Executable act) {
    InvalidInput refused = assertThrows(InvalidInput.class, act);
    assertEquals(
        List.of(error),
        refused.errors().stream().map(one -> one.field() + " " + one.code()).toList());
  }

  private static final class Directories implements ProviderKind {

    @Override
    public String id() {
      return "ldap";
    }

    @Override
    public Set<String> names() {
      return new TreeSet<>(
          List.of(
              "base",
              ProviderSettings.IN_USE,
              ProviderSettings.ORDER,
              TrustedCertificates.PEM,
              IdentityRules.ROLES));
    }

    @Override
    public IdentityProvider provider(String id) {
      return new Somewhere.Directory(id);
    }

    @Override
    public void check(Map<String, String> settings, boolean hasSecret) {
      if (!settings.containsKey("base")) {
        throw new InvalidInput(FieldError.of("base", "required"));
      }
    }
  }
}
