package org.kartoteka.platform.api.health;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The health of the whole product. */
@ProviderType
public interface Health {

  /**
   * Whether the product can serve: the database answers, the schemas are migrated, the core is
   * there.
   */
  boolean canServe();

  /** What every part says of itself. */
  List<Finding> findings();

  /**
   * What one part says.
   *
   * @param problem the key of the text that says what is wrong; null when all is well
   */
  record Finding(String feature, String problem) {}
}
