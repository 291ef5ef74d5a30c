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

  /** Whether the schema of this bundle does not come by waiting. */
  boolean isRefused(String symbolicName);

  /** What went wrong with the schema of this bundle. */
  default Optional<String> problem(String symbolicName) {
    return Optional.ofNullable(problems().get(symbolicName));
  }
}
