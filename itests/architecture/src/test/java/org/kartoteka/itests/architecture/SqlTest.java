package org.kartoteka.itests.architecture;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rule 6: whose tables a bundle names. */
class SqlTest {

  private final House house = House.ours();

  @Test
  void the_sql_of_a_bundle_names_its_own_schema_only() {
    Set<String> schemas =
        house.bundles().stream()
            .filter(bundle -> !bundle.files("src/main/resources/db", ".sql").isEmpty())
            .map(HouseBundle::schema)
            .collect(Collectors.toSet());
    SqlRules rules = new SqlRules(schemas);

    List<String> found =
        house.bundles().stream()
            .flatMap(
                bundle -> rules.foreignTables(bundle).stream().map(v -> bundle.name() + "/" + v))
            .toList();

    Violations.none("SQL names the bundle's own schema only", found);
  }
}
