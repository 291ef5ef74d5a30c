package org.kartoteka.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.UserData;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.testing.JpaUnitOfWork;
import org.kartoteka.testing.PostgresFixture;

/** A database in which one directory and one OpenID provider were set up, before V070. */
class ProvidersOfBeforeTest {

  private static final String ISSUER = "https://login.example.org";
  private static final int BEFORE = 69;

  private final PostgresFixture postgres = PostgresFixture.create().migrate("security", 0, BEFORE);
  private final UnitOfWork unitOfWork = new JpaUnitOfWork(postgres.dataSource());
  private final UserTable users = new UserTable(unitOfWork);
  private final IdentityTable identities = new IdentityTable(unitOfWork);

  @Test
  void whoWasKnownAndExpectedStillIsAndHisSessionGoesOn() {
    UserId eva = user("eva");
    UserId jan = user("jan");
    known(eva, "'oidc', '" + ISSUER + "', 's-1', 'eva', now()");
    known(jan, "'ldap', null, 's-2', null, null");
    postgres.execute(
        "insert into security.session (user_id, opened_at, last_used, proved_at, address, browser)"
            + " values ("
            + eva.value()
            + ", now(), now(), now(), '127.0.0.1', 'Firefox')");

    upgrade();

    assertEquals(eva, find("oidc", "s-1"));
    assertEquals(
        jan,
        unitOfWork.call(() -> identities.expectedBySubject("ldap", "s-2")).orElseThrow().user());
    assertEquals(
        1,
        unitOfWork.call(
            () ->
                Sql.of(
                        unitOfWork,
                        "select count(*) from security.session where provider is null"
                            + " and provider_session is null and provider_hint is null")
                    .number()));
  }

  @Test
  void theSameSubjectMayBeSomebodyElseElsewhereFromNowOn() {
    UserId eva = user("eva");
    UserId jan = user("jan");
    known(eva, "'oidc', '" + ISSUER + "', 's-1', 'eva', now()");

    upgrade();

    known(jan, "'partner', '" + ISSUER + "', 's-1', 'jan', now()");
    assertEquals(eva, find("oidc", "s-1"));
    assertEquals(jan, find("partner", "s-1"));
  }

  @Test
  void bothAreAmongTheProvidersAndTheirIdsLeadToSettingsAndSecretOfBefore() {
    People people = new People();
    ProviderSettingsService settings =
        new ProviderSettingsService(
            people.settings,
            unitOfWork,
            people.acting,
            people.acting,
            people.history,
            people.installation);
    settings.change("oidc", Map.of("issuer", ISSUER), "hush");
    settings.change("ldap", Map.of("base", "dc=org"), null);

    upgrade();

    Map<String, String> found = new TreeMap<>();
    for (ProviderTable.Row row : unitOfWork.call(new ProviderTable(unitOfWork)::all)) {
      found.put(row.kind(), settings.of(row.id()) + " " + settings.secret(row.id()).orElse("-"));
    }
    assertEquals(Map.of("ldap", "{base=dc=org} -", "oidc", "{issuer=" + ISSUER + "} hush"), found);
  }

  private void upgrade() {
    postgres.migrate("security", BEFORE + 1, Integer.MAX_VALUE);
  }

  private UserId user(String name) {
    UserData data = new UserData(name, name, null, "en", List.of(), false);
    return unitOfWork.call(() -> users.insert(data, null, false));
  }

  private void known(UserId user, String identity) {
    postgres.execute(
        "insert into security.identity (user_id, provider, issuer, subject, name, since) values ("
            + user.value()
            + ", "
            + identity
            + ")");
  }

  private UserId find(String provider, String subject) {
    return unitOfWork.call(() -> identities.find(provider, ISSUER, subject)).orElseThrow().user();
  }
}
