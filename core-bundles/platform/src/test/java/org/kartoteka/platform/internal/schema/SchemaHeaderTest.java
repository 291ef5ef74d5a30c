package org.kartoteka.platform.internal.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaHeaderTest {

  @Test
  void readsTheSchemaAndWhatItRequires() {
    assertEquals(new SchemaHeader("platform", List.of()), SchemaHeader.parse("platform"));
    assertEquals(
        new SchemaHeader("core", List.of("platform")),
        SchemaHeader.parse("core;requires=platform"));
    assertEquals(
        new SchemaHeader("sales", List.of("core", "security")),
        SchemaHeader.parse("sales; requires=\"core, security\""));
  }

  @Test
  void refusesANameThatIsNoSchema() {
    assertThrows(SchemaRefused.class, () -> SchemaHeader.parse("core; drop schema core"));
  }
}
