package org.kartoteka.platform.internal.security;

import java.util.List;
import org.kartoteka.platform.api.security.Permission;
import org.kartoteka.platform.api.security.PermissionCatalog;
import org.osgi.service.component.annotations.Component;

/** What the platform itself lets people do. */
@Component
public final class PlatformPermissions implements PermissionCatalog {

  public static final String MANAGE_FEATURES = "platform.feature.manage";
  public static final String MANAGE_JOURNAL = "platform.journal.manage";
  public static final String CHANGE_SETTINGS = "platform.setting.change";
  public static final String MANAGE_BACKUP = "platform.backup.manage";

  @Override
  public String feature() {
    return "platform";
  }

  @Override
  public List<Permission> permissions() {
    return List.of(
        Permission.of(MANAGE_FEATURES),
        Permission.of(MANAGE_JOURNAL),
        Permission.of(CHANGE_SETTINGS),
        Permission.of(MANAGE_BACKUP));
  }
}
