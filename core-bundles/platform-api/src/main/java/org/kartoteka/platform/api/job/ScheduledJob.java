package org.kartoteka.platform.api.job;

import java.time.Duration;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Work to be done again and again. Registered as a service; runs on a thread of the platform as
 * user {@code system}, outside of a transaction, never twice at once, in a cluster neither. An
 * exception is logged, kept as the last problem, and the next time comes as planned. When the
 * bundle leaves, the present run is interrupted.
 */
@ConsumerType
public interface ScheduledJob {

  /** The durable name, such as {@code security.expire-sessions}. */
  String name();

  /** How long from one start to the next; at least one second. */
  Duration every();

  /** Does the work. */
  void run(JobRun run);
}
