package org.kartoteka.platform.api.history;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Says which fields in the history of a bundle's records need a permission of their own. Registered
 * as a service; asked for every change that is shown, on the thread of whoever reads.
 */
@ConsumerType
public interface FieldGuard {

  /** The permission that reading the field needs; empty when the record's own is enough. */
  Optional<String> permission(String recordType, String field);
}
