package org.kartoteka.platform.api.record;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A typed identifier of a record. Implementations are records with one {@code long value}
 * component; in JSON and addresses an id is a string.
 */
@ConsumerType
public interface Id {

  /** The number itself, positive. */
  long value();
}
