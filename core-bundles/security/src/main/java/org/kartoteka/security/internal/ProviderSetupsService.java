package org.kartoteka.security.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.ChangeHistory;
import org.kartoteka.platform.api.history.ChangeView;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.identity.IdentityProvider;
import org.kartoteka.platform.api.identity.IdentityRules;
import org.kartoteka.platform.api.identity.ProviderKind;
import org.kartoteka.platform.api.identity.ProviderSettings;
import org.kartoteka.platform.api.identity.ProviderSetupView;
import org.kartoteka.platform.api.identity.ProviderSetups;
import org.kartoteka.platform.api.identity.TrustedCertificate;
import org.kartoteka.platform.api.identity.TrustedCertificates;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.RecentProof;
import org.kartoteka.platform.api.settings.Installation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sets providers up. */
@Component
public final class ProviderSetupsService implements ProviderSetups {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final RecentProof proof;
  private final ChangeHistory history;
  private final Clock clock;
  private final Installation installation;
  private final IdentityProviders providers;
  private final ProviderSettings settings;
  private final RightsCeiling ceiling;
  private final ProviderTable table;
  private final IdentityTable identities;

  @Activate
  public ProviderSetupsService(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference RecentProof proof,
      @Reference ChangeHistory history,
      @Reference Clock clock,
      @Reference Installation installation,
      @Reference IdentityProviders providers,
      @Reference ProviderSettings settings,
      @Reference RightsCeiling ceiling) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.proof = proof;
    this.history = history;
    this.clock = clock;
    this.installation = installation;
    this.providers = providers;
    this.settings = settings;
    this.ceiling = ceiling;
    this.table = new ProviderTable(unitOfWork);
    this.identities = new IdentityTable(unitOfWork);
  }

  @Override
  public List<ProviderSetupView> all() {
    access.require(SecurityPermissions.MANAGE_USERS);
    return providers.setUp().stream().map(this::view).toList();
  }

  @Override
  public ProviderSetupView get(String id) {
    access.require(SecurityPermissions.MANAGE_USERS);
    return view(known(id));
  }

  private IdentityProviders.SetUp known(String id) {
    return providers.setUp().stream()
        .filter(one -> one.provider().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound("identity-provider", id));
  }

  private ProviderSetupView view(IdentityProviders.SetUp one) {
    IdentityProvider provider = one.provider();
    Map<String, String> chosen = settings.of(provider.id());
    return new ProviderSetupView(
        provider.id(),
        one.kind().id(),
        provider.title(),
        provider.isInUse(),
        chosen,
        settings.secret(provider.id()).isPresent(),
        certificates(chosen));
  }

  /** A file that is away now is told when the provider is asked, or set up again. */
  private List<TrustedCertificate> certificates(Map<String, String> chosen) {
    try {
      return TrustedCertificates.of(chosen, installation).views();
    } catch (InvalidInput unreadable) {
      return List.of();
    }
  }

  @Override
  public ProviderSetupView add(String id, String kind, Map<String, String> wanted, String secret) {
    demandRights();
    checkNew(id, kind);
    check(providers.kind(kind).orElseThrow(), wanted, secret != null && !secret.isEmpty());
    unitOfWork.run(
        () -> {
          guard(id, wanted);
          if (!table.insert(new ProviderTable.Row(id, kind))) {
            throw new InvalidInput(FieldError.of("id", "providerTaken"));
          }
          history.record(
              ChangeView.Kind.CREATED, ref(id), List.of(new FieldChange("kind", null, kind)));
          settings.change(id, wanted, secret);
          unitOfWork.afterCommit(providers::forget);
        });
    return get(id);
  }

  private void checkNew(String id, String kind) {
    List<FieldError> errors = new ArrayList<>();
    if (id == null || !ID.matcher(id).matches()) {
      errors.add(FieldError.of("id", "providerId"));
    } else if (providers.isBrought(id)) {
      errors.add(FieldError.of("id", "providerTaken"));
    }
    if (kind == null || providers.kind(kind).isEmpty()) {
      errors.add(FieldError.of("kind", "providerKind"));
    }
    InvalidInput.throwIfAny(errors);
  }

  @Override
  public ProviderSetupView change(String id, Map<String, String> wanted, String secret) {
    demandRights();
    boolean kept = secret == null && settings.secret(id).isPresent();
    check(known(id).kind(), wanted, kept || secret != null && !secret.isEmpty());
    unitOfWork.run(
        () -> {
          guard(id, wanted);
          settings.change(id, wanted, secret);
        });
    return get(id);
  }

  @Override
  public void remove(String id) {
    demandRights();
    known(id);
    unitOfWork.run(
        () -> {
          guard(id, Map.of());
          int users = identities.users(id).size();
          if (users > 0) {
            throw new Refused("security.identity.provider-known", users);
          }
          settings.remove(id);
          table.delete(id);
          history.record(ChangeView.Kind.DELETED, ref(id), List.of());
          unitOfWork.afterCommit(providers::forget);
        });
  }

  private void demandRights() {
    access.require(SecurityPermissions.MANAGE_USERS);
    proof.requireRecent();
  }

  /** Whoever sets a provider up decides who its people are, and by its groups what they may do. */
  private void guard(String id, Map<String, String> wanted) {
    identities.users(id).forEach(ceiling::guard);
    Set<String> given = roles(wanted);
    given.removeAll(roles(settings.of(id)));
    InvalidInput.throwIfAny(ceiling.roles(IdentityRules.ROLES, given));
  }

  private static Set<String> roles(Map<String, String> settings) {
    return IdentityRules.of(settings).roles().stream()
        .map(IdentityRules.GroupRole::role)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private void check(ProviderKind kind, Map<String, String> wanted, boolean hasSecret) {
    if (wanted == null) {
      throw new InvalidInput(FieldError.of("settings", "required"));
    }
    List<FieldError> errors = new ArrayList<>();
    wanted.forEach(
        (name, value) -> {
          if (value == null) {
            errors.add(FieldError.of(name, "required"));
          } else if (!kind.names().contains(name)) {
            errors.add(FieldError.of("settings", "unknown", name));
          }
        });
    String order = wanted.get(ProviderSettings.ORDER);
    if (order != null && !order.isEmpty() && !IdentityProviders.ORDER.matcher(order).matches()) {
      errors.add(FieldError.of(ProviderSettings.ORDER, "number"));
    }
    InvalidInput.throwIfAny(errors);
    TrustedCertificates.of(wanted, installation).checkPresent(wanted, clock.instant());
    if ("true".equals(wanted.get(ProviderSettings.IN_USE))) {
      kind.check(wanted, hasSecret);
    }
  }

  private static RecordRef ref(String id) {
    return new RecordRef(ProviderSettings.TYPE, id, id);
  }
}
