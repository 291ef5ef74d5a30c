package org.kartoteka.platform.api.http;

import org.osgi.annotation.versioning.ConsumerType;

/** A view with a revision, which is its entity tag. */
@ConsumerType
public interface Versioned {

  /** The number that grows with every change. */
  long revision();
}
