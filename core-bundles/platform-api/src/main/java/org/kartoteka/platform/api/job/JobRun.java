package org.kartoteka.platform.api.job;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** One run of a job. */
@ProviderType
public interface JobRun {

  /** When this run was started. */
  Instant startedAt();

  /** When the run before was started; null at the first. */
  Instant previousStart();

  /** Whether the job should end now because its bundle leaves or the system stops. */
  boolean cancelled();
}
