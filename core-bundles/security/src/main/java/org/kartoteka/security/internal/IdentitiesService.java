package org.kartoteka.security.internal;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.ChangeHistory;
import org.kartoteka.platform.api.identity.Identities;
import org.kartoteka.platform.api.identity.IdentityView;
import org.kartoteka.platform.api.identity.ProviderView;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.StandardRole;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says of which users a provider is to say who they are. */
@Component(
    reference =
        @Reference(
            name = "schema",
            service = DataSource.class,
            target = "(kartoteka.schema=security)"))
public final class IdentitiesService implements Identities {

  private static final String PASSWORD = "password";
  private static final int LONGEST_SUBJECT = 255;

  private final UnitOfWork unitOfWork;
  private final CurrentUser currentUser;
  private final AccessControl access;
  private final IdentityProviders providers;
  private final RightsChange rights;
  private final UserHistory history;
  private final UserTable users;
  private final SessionTable sessions;
  private final IdentityTable identities;

  @Activate
  public IdentitiesService(
      @Reference UnitOfWork unitOfWork,
      @Reference CurrentUser currentUser,
      @Reference AccessControl access,
      @Reference ChangeHistory history,
      @Reference IdentityProviders providers,
      @Reference RightsChange rights) {
    this.unitOfWork = unitOfWork;
    this.currentUser = currentUser;
    this.access = access;
    this.providers = providers;
    this.rights = rights;
    this.history = new UserHistory(history, unitOfWork);
    this.users = new UserTable(unitOfWork);
    this.sessions = new SessionTable(unitOfWork);
    this.identities = new IdentityTable(unitOfWork);
  }

  @Override
  public List<ProviderView> providers() {
    currentUser.require();
    return providers.views();
  }

  @Override
  public Optional<IdentityView> mine() {
    return view(currentUser.require().id());
  }

  @Override
  public Optional<IdentityView> of(UserId user) {
    access.require(SecurityPermissions.MANAGE_USERS);
    return view(user);
  }

  private Optional<IdentityView> view(UserId user) {
    return unitOfWork.read(() -> identities.of(user)).map(this::view);
  }

  private IdentityView view(IdentityTable.Row row) {
    Optional<ProviderView> provider = providers.view(row.provider());
    return new IdentityView(
        row.user(),
        row.provider(),
        provider.map(ProviderView::title).orElse(row.provider()),
        provider.map(ProviderView::redirects).orElse(false),
        row.issuer(),
        row.subject(),
        row.name(),
        row.since());
  }

  @Override
  public IdentityView assign(UserId user, String provider, String subject) {
    String cleaned = CleanName.of(subject);
    rights.make(
        user,
        () -> {
          checkOrder(provider, cleaned);
          UserView view = users.view(user).orElseThrow(() -> new NotFound("user", user.value()));
          if (view.roles().contains(StandardRole.ADMINISTRATOR.name())
              && users.administratorsWithPasswordExcept(user) == 0) {
            throw new Refused("security.identity.last-administrator");
          }
          String before = identities.of(user).map(IdentityTable.Row::provider).orElse(PASSWORD);
          identities.expect(user, provider, cleaned);
          users.dropPassword(user);
          sessions.endAll(user, null);
          history.changed(view, "identity", before, provider);
          return user;
        });
    return view(user).orElseThrow();
  }

  private void checkOrder(String provider, String subject) {
    if (providers.view(provider).isEmpty()) {
      throw new InvalidInput(FieldError.of("provider", "unknownProvider"));
    }
    if (subject != null && subject.length() > LONGEST_SUBJECT) {
      throw new InvalidInput(FieldError.of("subject", "tooLong", LONGEST_SUBJECT));
    }
  }

  @Override
  public void release(UserId user) {
    rights.make(
        user,
        () -> {
          UserView view = users.view(user).orElseThrow(() -> new NotFound("user", user.value()));
          String before = identities.of(user).map(IdentityTable.Row::provider).orElse(null);
          if (!identities.remove(user)) {
            throw new NotFound("identity", user.value());
          }
          sessions.endAll(user, null);
          history.changed(view, "identity", before, null);
          return user;
        });
  }
}
