package org.kartoteka.core.internal.data;

import static org.kartoteka.platform.api.security.StandardRole.CUSTOMER_SERVICE;
import static org.kartoteka.platform.api.security.StandardRole.MANAGER;
import static org.kartoteka.platform.api.security.StandardRole.READER;
import static org.kartoteka.platform.api.security.StandardRole.SALESPERSON;

import java.util.List;
import org.kartoteka.platform.api.security.Permission;
import org.kartoteka.platform.api.security.PermissionCatalog;
import org.osgi.service.component.annotations.Component;

/** The permissions of the register. */
@Component
public final class CorePermissions implements PermissionCatalog {

  public static final String PARTY_READ = "core.party.read";
  public static final String PARTY_CHANGE = "core.party.change";
  public static final String PARTY_STATUS = "core.party.status";
  public static final String PARTY_REMOVE = "core.party.remove";
  public static final String PARTY_MERGE = "core.party.merge";
  public static final String PERSON_READ = "core.person.read";
  public static final String PERSON_CHANGE = "core.person.change";
  public static final String PERSON_PRIVATE = "core.person.private";
  public static final String PERSON_PERSONAL = "core.person.personal";
  public static final String NOTE_READ = "core.note.read";
  public static final String NOTE_WRITE = "core.note.write";
  public static final String NOTE_MANAGE = "core.note.manage";
  public static final String REGISTER_MANAGE = "core.register.manage";
  public static final String CUSTOM_FIELD_MANAGE = "core.custom-field.manage";
  public static final String ADMISSION_DECIDE = "core.admission.decide";
  public static final String IMPORT = "core.import";
  public static final String EXPORT = "core.export";
  public static final String HANDOVER_MAKE = "core.handover.make";
  public static final String TRADE_PUBLISH = "core.trade.publish";
  public static final String PRIVACY_MANAGE = "core.privacy.manage";
  public static final String PRIVACY_ERASE = "core.privacy.erase";

  @Override
  public String feature() {
    return "core";
  }

  @Override
  public List<Permission> permissions() {
    return List.of(
        Permission.of(PARTY_READ, MANAGER, SALESPERSON, CUSTOMER_SERVICE, READER),
        Permission.of(PARTY_CHANGE, MANAGER, SALESPERSON, CUSTOMER_SERVICE),
        Permission.of(PARTY_STATUS, MANAGER, SALESPERSON),
        Permission.of(PARTY_REMOVE, MANAGER),
        Permission.of(PARTY_MERGE, MANAGER),
        Permission.of(PERSON_READ, MANAGER, SALESPERSON, CUSTOMER_SERVICE, READER),
        Permission.of(PERSON_CHANGE, MANAGER, SALESPERSON, CUSTOMER_SERVICE),
        Permission.of(PERSON_PRIVATE, MANAGER),
        Permission.of(PERSON_PERSONAL, MANAGER),
        Permission.of(NOTE_READ, MANAGER, SALESPERSON, CUSTOMER_SERVICE, READER),
        Permission.of(NOTE_WRITE, MANAGER, SALESPERSON, CUSTOMER_SERVICE),
        Permission.of(NOTE_MANAGE, MANAGER),
        Permission.of(REGISTER_MANAGE, MANAGER),
        Permission.of(CUSTOM_FIELD_MANAGE),
        Permission.of(ADMISSION_DECIDE, MANAGER),
        Permission.of(EXPORT, MANAGER),
        Permission.of(HANDOVER_MAKE, MANAGER),
        Permission.of(TRADE_PUBLISH),
        Permission.of(PRIVACY_MANAGE, MANAGER),
        Permission.of(PRIVACY_ERASE),
        Permission.of(IMPORT, MANAGER));
  }
}
