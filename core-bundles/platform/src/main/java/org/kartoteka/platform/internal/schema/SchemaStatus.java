package org.kartoteka.platform.internal.schema;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the schemas of the installed bundles stand. */
public interface SchemaStatus {

  /** The schemas that are at their bundle's version. */
  Set<String> ready();

  /** What went wrong, by symbolic name of the bundle. */
  Map<String, String> problems();

  /** What went wrong with the schema of this bundle. */
  default Optional<String> problem(String symbolicName) {
    return Optional.ofNullable(problems().get(symbolicName));
  }
}
