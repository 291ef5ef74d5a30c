package org.kartoteka.core.internal.handover;

import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserReferences;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whoever owns records, of whatever bundle, is named by them. */
@Component
public final class OwnersOfRecords implements UserReferences {

  private final OwnedKinds kinds;

  @Activate
  public OwnersOfRecords(@Reference OwnedKinds kinds) {
    this.kinds = kinds;
  }

  @Override
  public boolean anyTo(UserId user) {
    return kinds.present().stream().anyMatch(records -> records.count(user) > 0);
  }
}
