package org.kartoteka.security.internal;

import java.util.function.Supplier;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.RecentProof;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The way every change of who may do what goes: only for those who may manage users and have shown
 * just now who they are, and told to those who remember rights.
 */
@Component(service = RightsChange.class)
public final class RightsChange {

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final RecentProof proof;
  private final AuthenticationService authentication;
  private final RecordScopesService scopes;
  private final RightsCeiling ceiling;

  @Activate
  public RightsChange(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference RecentProof proof,
      @Reference AuthenticationService authentication,
      @Reference RecordScopesService scopes,
      @Reference RightsCeiling ceiling) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.proof = proof;
    this.authentication = authentication;
    this.scopes = scopes;
    this.ceiling = ceiling;
  }

  /** Makes the change in a transaction. */
  public <T> T make(Supplier<T> change) {
    access.require(SecurityPermissions.MANAGE_USERS);
    proof.requireRecent();
    T made = unitOfWork.call(change);
    unitOfWork.afterCommit(this::forget);
    return made;
  }

  /** Makes the change of somebody's account in a transaction, unless he has more. */
  <T> T make(UserId user, Supplier<T> change) {
    return make(
        () -> {
          ceiling.guard(user);
          return change.get();
        });
  }

  private void forget() {
    authentication.forgetChecked();
    scopes.forgetAll();
  }
}
