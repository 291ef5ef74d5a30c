package org.kartoteka.core.api.custom;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Told on this node when the definitions of custom fields have changed, after the change was
 * committed, on the thread that made it. Must return quickly; an exception is logged.
 */
@ConsumerType
public interface CustomFieldListener {

  /** Fields of this type of record were defined, changed or removed. */
  void customFieldsChanged(String recordType);
}
