package org.kartoteka.competitors.internal.data;

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
public final class CompetitorPermissions implements PermissionCatalog {

  public static final String FEATURE = "competitors";
  public static final String READ = "competitors.competitor.read";
  public static final String CHANGE = "competitors.competitor.change";
  public static final String RECORD = "competitors.observation.record";
  public static final String REMOVE = "competitors.observation.remove";
  public static final String IMPORT = "competitors.observation.import";

  @Override
  public String feature() {
    return FEATURE;
  }

  @Override
  public List<Permission> permissions() {
    return List.of(
        Permission.of(READ, MANAGER, SALESPERSON, CUSTOMER_SERVICE, READER),
        Permission.of(CHANGE, MANAGER),
        Permission.of(RECORD, MANAGER, SALESPERSON, CUSTOMER_SERVICE),
        Permission.of(REMOVE, MANAGER),
        Permission.of(IMPORT, MANAGER));
  }
}
