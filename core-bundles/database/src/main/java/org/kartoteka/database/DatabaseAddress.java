package org.kartoteka.database;

import java.util.Objects;

/**
 * Where a database answers and who may enter.
 *
 * @param url a JDBC address of PostgreSQL
 * @param user the role
 * @param password its password; never printed
 */
public record DatabaseAddress(String url, String user, String password) {

  public DatabaseAddress {
    Objects.requireNonNull(url);
    Objects.requireNonNull(user);
    Objects.requireNonNull(password);
  }

  /** The same address with parameters of the JDBC driver added. */
  public DatabaseAddress with(String parameters) {
    return new DatabaseAddress(url + (url.contains("?") ? "&" : "?") + parameters, user, password);
  }

  @Override
  public String toString() {
    return url.replaceAll("(?i)(password=)[^&]*", "$1…") + " as " + user;
  }
}
