package org.kartoteka.commissions.internal.data;

import static org.kartoteka.platform.api.security.StandardRole.CUSTOMER_SERVICE;
import static org.kartoteka.platform.api.security.StandardRole.MANAGER;
import static org.kartoteka.platform.api.security.StandardRole.SALESPERSON;

import java.util.List;
import org.kartoteka.platform.api.security.Permission;
import org.kartoteka.platform.api.security.PermissionCatalog;
import org.osgi.service.component.annotations.Component;

/** The permissions of this feature. */
@Component
public final class CommissionPermissions implements PermissionCatalog {

  public static final String FEATURE = "commissions";
  public static final String OWN = "commissions.own.read";
  public static final String ALL = "commissions.all.read";
  public static final String DEFINE = "commissions.plan.define";
  public static final String GRANT = "commissions.accrual.grant";
  public static final String SETTLE = "commissions.statement.settle";

  @Override
  public String feature() {
    return FEATURE;
  }

  @Override
  public List<Permission> permissions() {
    return List.of(
        Permission.of(OWN, MANAGER, SALESPERSON, CUSTOMER_SERVICE),
        Permission.of(ALL, MANAGER),
        Permission.of(DEFINE, MANAGER),
        Permission.of(GRANT, MANAGER),
        Permission.of(SETTLE, MANAGER));
  }
}
