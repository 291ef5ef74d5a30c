package org.kartoteka.database.internal;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.kartoteka.database.DatabaseAddress;
import org.kartoteka.database.DatabaseProblem;

/**
 * What was set about the database: by environment, {@code KARTOTEKA_DB_URL}, or by a system
 * property of the same meaning, {@code kartoteka.db.url}, which wins.
 */
final class DatabaseSettings {
  private final UnaryOperator<String> properties;
  private final Map<String, String> environment;

  DatabaseSettings(UnaryOperator<String> properties, Map<String, String> environment) {
    this.properties = properties;
    this.environment = environment;
  }

  /** The folder of everything that must outlive an installation. */
  Path data() {
    return value("kartoteka.data")
        .map(Path::of)
        .orElseGet(
            () -> Path.of(value("karaf.base").orElse(".")).toAbsolutePath().resolveSibling("data"));
  }

  /** Where the reason of a failed start is told to whoever started us. */
  Optional<Path> problemFile() {
    return value("kartoteka.problem.file").map(Path::of);
  }

  /** Somebody else's PostgreSQL, if one is set. */
  Optional<DatabaseAddress> external() throws DatabaseProblem {
    Optional<String> url = value("kartoteka.db.url");
    if (url.isEmpty()) {
      return Optional.empty();
    }
    if (!url.get().startsWith("jdbc:postgresql:")) {
      throw new DatabaseProblem(
          "KARTOTEKA_DB_URL must look like jdbc:postgresql://host:5432/name; it is: " + url.get());
    }
    return Optional.of(
        new DatabaseAddress(
            url.get(),
            value("kartoteka.db.user").orElse("kartoteka"),
            value("kartoteka.db.password").orElse("")));
  }

  int largestPool() {
    return value("kartoteka.db.pool").map(Integer::parseInt).orElse(20);
  }

  private Optional<String> value(String property) {
    String value = properties.apply(property);
    if (value == null || value.isBlank()) {
      value = environment.get(property.toUpperCase(Locale.ROOT).replace('.', '_'));
    }
    return Optional.ofNullable(value).filter(v -> !v.isBlank());
  }
}
