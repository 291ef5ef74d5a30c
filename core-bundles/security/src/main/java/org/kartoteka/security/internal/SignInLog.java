package org.kartoteka.security.internal;

import java.util.List;
import org.kartoteka.platform.api.audit.AuditAct;
import org.kartoteka.platform.api.audit.AuditLog;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.Origin;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes in the audit log who came, who could not come, and who went. */
@Component(service = SignInLog.class)
public final class SignInLog {

  private static final Logger LOG = LoggerFactory.getLogger(SignInLog.class);

  private final AuditLog audit;
  private final CurrentUser currentUser;
  private final UserTable users;
  private final UnitOfWork unitOfWork;

  @Activate
  public SignInLog(
      @Reference AuditLog audit, @Reference CurrentUser currentUser, @Reference UnitOfWork work) {
    this.audit = audit;
    this.currentUser = currentUser;
    this.users = new UserTable(work);
    this.unitOfWork = work;
  }

  void signedIn(User user, Origin origin) {
    currentUser.runAs(
        user,
        () -> {
          audit.record(AuditAct.SIGNED_IN, ref(user.id(), user.fullName()), details(origin));
          return null;
        });
  }

  /** Somebody gave a wrong password or code; what he typed as a name may be a password. */
  void failed(UserId user, Origin origin) {
    if (user == null) {
      LOG.info("A sign-in from {} failed: there is no such user", origin.address());
      return;
    }
    currentUser.runAs(
        User.SYSTEM,
        () -> {
          audit.record(AuditAct.SIGN_IN_FAILED, ref(user), details(origin));
          return null;
        });
  }

  void signedOut(UserId user) {
    audit.record(AuditAct.SIGNED_OUT, ref(user), List.of());
  }

  /** A provider has told that somebody has signed out there. */
  void signedOut(UserId user, String provider) {
    audit.record(
        AuditAct.SIGNED_OUT, ref(user), List.of(new FieldChange("provider", null, provider)));
  }

  private RecordRef ref(UserId user) {
    return ref(user, unitOfWork.call(() -> users.view(user)).map(one -> one.fullName()).orElse(""));
  }

  private static RecordRef ref(UserId user, String name) {
    return RecordRef.of("user", user, name);
  }

  private static List<FieldChange> details(Origin origin) {
    FieldChange address = new FieldChange("address", null, origin.address());
    String browser = BrowserName.of(origin.browser());
    return browser.isEmpty()
        ? List.of(address)
        : List.of(address, new FieldChange("browser", null, browser));
  }
}
