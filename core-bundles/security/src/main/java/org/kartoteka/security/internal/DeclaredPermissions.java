package org.kartoteka.security.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.Permission;
import org.kartoteka.platform.api.security.PermissionCatalog;
import org.kartoteka.platform.api.security.PermissionView;
import org.kartoteka.platform.api.security.StandardRole;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The permissions that bundles declare. A new one is granted to its default roles once; what an
 * administrator changed afterwards stays, also while the bundle is away.
 */
@Component(
    service = DeclaredPermissions.class,
    reference =
        @Reference(
            name = "schema",
            service = DataSource.class,
            target = "(kartoteka.schema=security)"))
public final class DeclaredPermissions {

  private static final Logger LOG = LoggerFactory.getLogger(DeclaredPermissions.class);

  private final UnitOfWork unitOfWork;
  private final RoleTable roles;
  private final Map<String, PermissionCatalog> present = new ConcurrentHashMap<>();

  @Activate
  public DeclaredPermissions(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
    this.roles = new RoleTable(unitOfWork);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindCatalog(PermissionCatalog catalog) {
    present.put(catalog.feature(), catalog);
    try {
      unitOfWork.run(() -> catalog.permissions().forEach(one -> declare(one, catalog.feature())));
    } catch (RuntimeException e) {
      LOG.error("the permissions of {} cannot be declared", catalog.feature(), e);
    }
  }

  void unbindCatalog(PermissionCatalog catalog) {
    present.remove(catalog.feature(), catalog);
  }

  private void declare(Permission permission, String feature) {
    int isNew =
        Sql.of(
                unitOfWork,
                "insert into security.permission (name, feature) values (?, ?) on conflict do nothing",
                permission.name(),
                feature)
            .update();
    if (isNew > 0) {
      for (StandardRole role : permission.defaultRoles()) {
        roles.grant(role.name(), permission.name());
      }
    }
  }

  List<PermissionView> all() {
    return Sql.of(
            unitOfWork, "select name, feature from security.permission order by feature, name")
        .list(
            row ->
                new PermissionView(
                    row.getString(1), row.getString(2), !present.containsKey(row.getString(2))));
  }
}
