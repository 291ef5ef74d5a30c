package org.kartoteka.platform.api.security;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The permissions a bundle knows. Called when the bundle arrives; when it leaves, what was granted
 * stays granted and is shown as resting.
 */
@ConsumerType
public interface PermissionCatalog {

  /** The feature or core bundle that owns them. */
  String feature();

  /** The permissions in the order in which they are shown. */
  List<Permission> permissions();
}
