package org.kartoteka.security.internal;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.ChangeHistory;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.identity.Identity;
import org.kartoteka.platform.api.identity.IdentityProvider;
import org.kartoteka.platform.api.identity.PasswordProvider;
import org.kartoteka.platform.api.problem.ProviderUnavailable;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.StandardRole;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserData;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Finds the user whom a provider means: by provider, issuer and subject; else one who is expected;
 * else a newcomer is made a user. Never a user with a password here. Roles and names are renewed
 * each time.
 */
@Component(
    service = Recognition.class,
    reference =
        @Reference(
            name = "schema",
            service = DataSource.class,
            target = "(kartoteka.schema=security)"))
public final class Recognition {

  private static final Pattern NOT_IN_NAMES = Pattern.compile("[^\\p{L}\\p{N}._@-]+");
  private static final Pattern NOT_FIRST = Pattern.compile("^[^\\p{L}\\p{N}]+");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST = 200;

  private final UnitOfWork unitOfWork;
  private final CurrentUser currentUser;
  private final Clock clock;
  private final IdentityProviders providers;
  private final RecordScopesService scopes;
  private final UserHistory history;
  private final UserTable users;
  private final RoleTable roles;
  private final IdentityTable identities;

  /** Somebody whose password a provider has found right. */
  record Checked(PasswordProvider provider, Identity identity) {}

  /**
   * Whom a provider means.
   *
   * @param renewed whether something about him is new here
   */
  record Known(UserId user, boolean renewed) {}

  @Activate
  public Recognition(
      @Reference UnitOfWork unitOfWork,
      @Reference CurrentUser currentUser,
      @Reference Clock clock,
      @Reference ChangeHistory history,
      @Reference IdentityProviders providers,
      @Reference RecordScopesService scopes) {
    this.unitOfWork = unitOfWork;
    this.currentUser = currentUser;
    this.clock = clock;
    this.providers = providers;
    this.scopes = scopes;
    this.history = new UserHistory(history, unitOfWork);
    this.users = new UserTable(unitOfWork);
    this.roles = new RoleTable(unitOfWork);
    this.identities = new IdentityTable(unitOfWork);
  }

  /** Whether passwords may be right that are not kept here. */
  boolean asksForPasswords() {
    return !providers.passwords().isEmpty();
  }

  /** Whether this user signs in on the page of a provider. */
  boolean signsInElsewhere(UserId user) {
    return unitOfWork
        .read(() -> identities.of(user))
        .flatMap(row -> providers.redirect(row.provider()))
        .isPresent();
  }

  /**
   * Asks the providers, one after the other, whether the password is right; whoever is known here
   * is asked for at his own alone.
   *
   * @param known the user of that name here, who has no password; null when there is none
   * @throws ProviderUnavailable when nobody says yes and one of them could not be asked
   */
  Optional<Checked> check(UserId known, String typed, String password) {
    if (password.isEmpty()) {
      return Optional.empty();
    }
    Optional<IdentityTable.Row> row =
        known == null ? Optional.empty() : unitOfWork.read(() -> identities.of(known));
    String name = row.map(IdentityTable.Row::name).orElse(typed);
    ProviderUnavailable away = null;
    for (PasswordProvider provider : providers.passwords()) {
      if (known != null && row.filter(one -> one.provider().equals(provider.id())).isEmpty()) {
        continue;
      }
      try {
        Optional<Identity> identity = provider.check(name, password);
        if (identity.isPresent()) {
          return Optional.of(new Checked(provider, identity.get()));
        }
      } catch (ProviderUnavailable unavailable) {
        away = unavailable;
      }
    }
    if (away != null) {
      throw away;
    }
    return Optional.empty();
  }

  /**
   * The user who is meant.
   *
   * @throws Refused when he may not come in
   */
  Known recognize(IdentityProvider provider, Identity identity) {
    return currentUser.runAs(User.SYSTEM, () -> unitOfWork.call(() -> find(provider, identity)));
  }

  private Known find(IdentityProvider provider, Identity identity) {
    List<String> own = provider.rules().rolesOf(identity.groups());
    if (provider.rules().mapsRoles() && own.isEmpty()) {
      throw new Refused("security.identity.no-role", provider.title());
    }
    Optional<UserView> present =
        identities
            .find(provider.id(), identity.issuer(), identity.subject())
            .or(() -> expected(provider, identity))
            .flatMap(row -> users.view(row.user()));
    Known known =
        present
            .map(user -> renew(user, provider, identity, own))
            .orElseGet(() -> add(provider, identity, own));
    identities.seen(known.user(), provider.id(), identity, clock.instant());
    if (known.renewed()) {
      unitOfWork.afterCommit(scopes::forgetAll);
    }
    return known;
  }

  private Optional<IdentityTable.Row> expected(IdentityProvider provider, Identity identity) {
    Optional<IdentityTable.Row> bySubject =
        identities.expectedBySubject(provider.id(), identity.subject());
    if (bySubject.isPresent()) {
      return bySubject;
    }
    if (provider instanceof PasswordProvider) {
      return identities.expectedByName(provider.id(), identity.name());
    }
    return provider.rules().trustsEmail() && identity.emailProved() && identity.email() != null
        ? identities.expectedByEmail(provider.id(), identity.email())
        : Optional.empty();
  }

  private Known renew(
      UserView before, IdentityProvider provider, Identity identity, List<String> own) {
    UserData data =
        new UserData(
            before.name(),
            fullName(identity, before.fullName()),
            email(identity, before.email()),
            before.language(),
            provider.rules().mapsRoles() ? kept(before, own) : before.roles(),
            before.blocked(),
            before.branchId(),
            before.superiorId());
    boolean same =
        data.fullName().equals(before.fullName())
            && Objects.equals(data.email(), before.email())
            && Set.copyOf(data.roles()).equals(Set.copyOf(before.roles()));
    if (!same) {
      users.update(before.id(), data);
      history.changed(before, users.view(before.id()).orElseThrow());
    }
    return new Known(before.id(), !same);
  }

  /** What groups bring, and the administrator's role for the last one who has it. */
  private List<String> kept(UserView before, List<String> own) {
    String administrator = StandardRole.ADMINISTRATOR.name();
    boolean last =
        before.roles().contains(administrator)
            && !own.contains(administrator)
            && users.administratorsExcept(before.id()) == 0;
    List<String> present = present(own);
    return last ? Stream.concat(present.stream(), Stream.of(administrator)).toList() : present;
  }

  /** A role may have been removed since it was mapped. */
  private List<String> present(List<String> own) {
    return own.stream().filter(roles.names()::contains).toList();
  }

  private Known add(IdentityProvider provider, Identity identity, List<String> own) {
    if (!provider.rules().newcomers()) {
      throw new Refused("security.identity.unknown", provider.title());
    }
    String name = freeName(identity);
    Locale language =
        identity.language() == null
            ? Locale.ENGLISH
            : Messages.nearest(Locale.forLanguageTag(identity.language().replace('_', '-')));
    UserData data =
        new UserData(
            name,
            fullName(identity, name),
            email(identity, null),
            language.getLanguage(),
            present(own),
            false);
    UserId id = users.insert(data, null, false);
    history.created(users.view(id).orElseThrow());
    return new Known(id, true);
  }

  /** The name there, as far as it can be one here, with a number when somebody has it. */
  private String freeName(Identity identity) {
    String cleaned = NOT_IN_NAMES.matcher(identity.name()).replaceAll("-");
    cleaned = NOT_FIRST.matcher(cleaned).replaceFirst("");
    String name =
        cleaned.length() < 2
            ? "user"
            : cleaned.substring(0, Math.min(cleaned.length(), LONGEST_NAME));
    String free = name;
    for (int number = 2; users.nameTaken(free, null); number++) {
      free = name + "-" + number;
    }
    return free;
  }

  private static String fullName(Identity identity, String otherwise) {
    String name = CleanName.of(identity.fullName());
    return name == null ? otherwise : name.substring(0, Math.min(name.length(), LONGEST));
  }

  private static String email(Identity identity, String otherwise) {
    String email = CleanName.of(identity.email());
    return email != null && email.length() <= LONGEST && EMAIL.matcher(email).matches()
        ? email
        : otherwise;
  }
}
