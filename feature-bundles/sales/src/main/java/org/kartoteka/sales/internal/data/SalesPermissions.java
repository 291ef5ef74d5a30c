package org.kartoteka.sales.internal.data;

import static org.kartoteka.platform.api.security.StandardRole.CUSTOMER_SERVICE;
import static org.kartoteka.platform.api.security.StandardRole.MANAGER;
import static org.kartoteka.platform.api.security.StandardRole.READER;
import static org.kartoteka.platform.api.security.StandardRole.SALESPERSON;

import java.util.List;
import org.kartoteka.platform.api.security.Permission;
import org.kartoteka.platform.api.security.PermissionCatalog;
import org.osgi.service.component.annotations.Component;

/** The permissions of this feature. */
@Component
public final class SalesPermissions implements PermissionCatalog {

  public static final String FEATURE = "sales";
  public static final String READ = "sales.document.read";
  public static final String CHANGE = "sales.document.change";
  public static final String POST = "sales.document.post";
  public static final String IMPORT = "sales.document.import";
  public static final String EXPORT = "sales.document.export";
  public static final String PAY = "sales.payment.record";
  public static final String CATALOGUE = "sales.catalogue.change";
  public static final String RUN = "sales.billing.run";
  public static final String CLOSE = "sales.period.close";

  @Override
  public String feature() {
    return FEATURE;
  }

  @Override
  public List<Permission> permissions() {
    return List.of(
        Permission.of(READ, MANAGER, SALESPERSON, CUSTOMER_SERVICE, READER),
        Permission.of(CHANGE, MANAGER, SALESPERSON),
        Permission.of(POST, MANAGER),
        Permission.of(IMPORT, MANAGER),
        Permission.of(EXPORT, MANAGER),
        Permission.of(PAY, MANAGER),
        Permission.of(CATALOGUE, MANAGER),
        Permission.of(RUN, MANAGER),
        Permission.of(CLOSE, MANAGER));
  }
}
