package org.kartoteka.security.internal;

import java.util.List;
import org.kartoteka.platform.api.security.Permission;
import org.kartoteka.platform.api.security.PermissionCatalog;
import org.kartoteka.security.internal.audit.AuditLogService;
import org.osgi.service.component.annotations.Component;

/** What this bundle lets people do. */
@Component
public final class SecurityPermissions implements PermissionCatalog {

  public static final String MANAGE_USERS = "security.user.manage";

  @Override
  public String feature() {
    return "security";
  }

  @Override
  public List<Permission> permissions() {
    return List.of(Permission.of(MANAGE_USERS), Permission.of(AuditLogService.READ));
  }
}
