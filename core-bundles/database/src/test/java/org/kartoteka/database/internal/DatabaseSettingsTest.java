package org.kartoteka.database.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kartoteka.database.DatabaseProblem;

class DatabaseSettingsTest {
  @Test
  void withoutSettingsTheDatabaseIsOurOwnBesideTheProgram() throws Exception {
    DatabaseSettings settings =
        new DatabaseSettings(Map.of("karaf.base", "/opt/kartoteka")::get, Map.of());

    assertTrue(settings.external().isEmpty());
    assertEquals(Path.of("/opt/data"), settings.data());
  }

  @Test
  void theEnvironmentNamesAnExternalDatabase() throws Exception {
    DatabaseSettings settings =
        new DatabaseSettings(
            name -> null,
            Map.of(
                "KARTOTEKA_DB_URL", "jdbc:postgresql://db/crm",
                "KARTOTEKA_DB_USER", "crm",
                "KARTOTEKA_DB_PASSWORD", "secret"));

    var address = settings.external().orElseThrow();

    assertEquals("jdbc:postgresql://db/crm", address.url());
    assertEquals("crm", address.user());
    assertEquals("secret", address.password());
  }

  @Test
  void aPropertyWinsOverTheEnvironment() {
    DatabaseSettings settings =
        new DatabaseSettings(Map.of("kartoteka.data", "/a")::get, Map.of("KARTOTEKA_DATA", "/b"));

    assertEquals(Path.of("/a"), settings.data());
  }

  @Test
  void anAddressOfAnotherKindIsRefusedInWords() {
    DatabaseSettings settings =
        new DatabaseSettings(name -> null, Map.of("KARTOTEKA_DB_URL", "mysql://x"));

    DatabaseProblem problem = assertThrows(DatabaseProblem.class, settings::external);

    assertTrue(problem.getMessage().contains("mysql://x"));
  }
}
