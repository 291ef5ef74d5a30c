package org.kartoteka.itests.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kartoteka.itests.harness.Api;
import org.kartoteka.itests.harness.Distribution;
import org.kartoteka.itests.harness.Product;
import org.kartoteka.testing.PostgresFixture;

/** The product on a PostgreSQL of somebody else, as an ordinary role that owns its database. */
class ExternalDatabaseIT {

  private static final String ROLE = "crm_owner";
  private static final String PASSWORD = "a secret of theirs";

  private Product product;

  @BeforeEach
  void prepare() {
    PostgresFixture postgres = PostgresFixture.create();
    String address = postgres.url().replaceFirst("\\?.*", "");
    String database = address.substring(address.lastIndexOf('/') + 1);
    postgres.execute("create role " + ROLE + " login nosuperuser password '" + PASSWORD + "'");
    postgres.execute("alter database " + database + " owner to " + ROLE);
    Path folder = Path.of("target/external-database").toAbsolutePath();
    product =
        new Product(Distribution.unpackInto(folder), folder.resolve("data"))
            .with("KARTOTEKA_DB_URL", address)
            .with("KARTOTEKA_DB_USER", ROLE)
            .with("KARTOTEKA_DB_PASSWORD", PASSWORD);
  }

  @AfterEach
  void stop() {
    product.close();
  }

  @Test
  void it_makes_its_schemas_there_switches_features_and_finds_all_again_after_a_restart() {
    Api api = product.start().api();
    String party =
        api.post("parties", Map.of("kind", "ORGANISATION", "name", "Kept elsewhere"))
            .expect(201)
            .id();
    api.patch("features/competitors", Map.of("state", "STOPPED")).expect(200);
    api.get("competitors").expect(404);
    api.patch("features/competitors", Map.of("state", "ACTIVE")).expect(200);
    api.post("competitors", Map.of("partyId", party)).expect(201);

    product.stop();
    product.start();

    assertEquals(
        "Kept elsewhere", api.get("parties/" + party).expect(200).json().path("name").asText());
    assertEquals(party, api.get("search?query=kept+else").json().at("/items/0/record/id").asText());
    api.get("competitors/" + party).expect(200);
    assertFalse(
        Files.exists(product.data().resolve("postgresql/cluster")), "nothing embedded was made");
  }
}
