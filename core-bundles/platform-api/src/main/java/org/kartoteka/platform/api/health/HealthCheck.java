package org.kartoteka.platform.api.health;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Answers whether its part can work now. Called on any thread, often; must answer within a second
 * and throw nothing.
 */
@ConsumerType
public interface HealthCheck {

  /** The feature or core bundle it speaks for. */
  String feature();

  /** The key of the text that says what is wrong; empty when all is well. */
  Optional<String> problem();
}
