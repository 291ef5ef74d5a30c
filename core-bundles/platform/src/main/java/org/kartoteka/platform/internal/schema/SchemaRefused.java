package org.kartoteka.platform.internal.schema;

/** A schema cannot be brought to the version of its bundle; the database was left as it was. */
final class SchemaRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SchemaRefused(String message) {
    super(message);
  }
}
