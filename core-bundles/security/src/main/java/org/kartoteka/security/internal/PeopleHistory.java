package org.kartoteka.security.internal;

import java.util.Set;
import org.kartoteka.platform.api.history.HistoryGuard;
import org.kartoteka.platform.api.identity.ProviderSettings;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.Branches;
import org.kartoteka.platform.api.security.UserGroups;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The history of users, roles, groups, branches and providers is for those who manage them. */
@Component
public final class PeopleHistory implements HistoryGuard {

  private final AccessControl access;

  @Activate
  public PeopleHistory(@Reference AccessControl access) {
    this.access = access;
  }

  @Override
  public Set<String> types() {
    return Set.of("user", "role", UserGroups.TYPE, Branches.TYPE, ProviderSettings.TYPE);
  }

  @Override
  public void requireReadable(String type, String id) {
    access.require(SecurityPermissions.MANAGE_USERS);
  }
}
