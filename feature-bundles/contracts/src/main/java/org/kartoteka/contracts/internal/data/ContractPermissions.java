package org.kartoteka.contracts.internal.data;

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
public final class ContractPermissions implements PermissionCatalog {

  public static final String FEATURE = "contracts";
  public static final String READ = "contracts.contract.read";
  public static final String CHANGE = "contracts.contract.change";
  public static final String SIGN = "contracts.contract.sign";
  public static final String TERMINATE = "contracts.contract.terminate";
  public static final String REOPEN = "contracts.contract.reopen";
  public static final String IMPORT = "contracts.contract.import";
  public static final String EXPORT = "contracts.contract.export";
  public static final String DEFINE = "contracts.definition.change";

  @Override
  public String feature() {
    return FEATURE;
  }

  @Override
  public List<Permission> permissions() {
    return List.of(
        Permission.of(READ, MANAGER, SALESPERSON, CUSTOMER_SERVICE, READER),
        Permission.of(CHANGE, MANAGER, SALESPERSON, CUSTOMER_SERVICE),
        Permission.of(SIGN, MANAGER, SALESPERSON),
        Permission.of(TERMINATE, MANAGER),
        Permission.of(REOPEN),
        Permission.of(IMPORT, MANAGER),
        Permission.of(EXPORT, MANAGER),
        Permission.of(DEFINE, MANAGER));
  }
}
