package org.kartoteka.security.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kartoteka.platform.api.identity.IdentityProvider;
import org.kartoteka.platform.api.identity.ProviderSetup;
import org.kartoteka.platform.api.identity.ProviderSetupView;
import org.kartoteka.platform.api.identity.ProviderSetups;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.RecentProof;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The providers that are there, to be set up. */
@Component
public final class ProviderSetupsService implements ProviderSetups {

  private final AccessControl access;
  private final RecentProof proof;
  private final List<ProviderSetup> setups = new CopyOnWriteArrayList<>();

  @Activate
  public ProviderSetupsService(@Reference AccessControl access, @Reference RecentProof proof) {
    this.access = access;
    this.proof = proof;
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void bindSetups(ProviderSetup setup) {
    setups.add(setup);
  }

  public void unbindSetups(ProviderSetup setup) {
    setups.remove(setup);
  }

  @Override
  public List<ProviderSetupView> all() {
    access.require(SecurityPermissions.MANAGE_USERS);
    return setups.stream()
        .sorted(Comparator.comparing(IdentityProvider::id))
        .map(ProviderSetupsService::view)
        .toList();
  }

  @Override
  public ProviderSetupView get(String id) {
    access.require(SecurityPermissions.MANAGE_USERS);
    return view(known(id));
  }

  @Override
  public ProviderSetupView change(String id, Map<String, String> settings, String secret) {
    access.require(SecurityPermissions.MANAGE_USERS);
    proof.requireRecent();
    ProviderSetup setup = known(id);
    check(setup, settings);
    setup.change(settings, secret);
    return view(setup);
  }

  private static void check(ProviderSetup setup, Map<String, String> settings) {
    if (settings == null) {
      throw new InvalidInput(FieldError.of("settings", "required"));
    }
    InvalidInput.throwIfAny(
        settings.entrySet().stream()
            .filter(one -> !setup.names().contains(one.getKey()) || one.getValue() == null)
            .map(
                one ->
                    one.getValue() == null
                        ? FieldError.of(one.getKey(), "required")
                        : FieldError.of("settings", "unknown", one.getKey()))
            .toList());
  }

  private ProviderSetup known(String id) {
    return setups.stream()
        .filter(setup -> setup.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound("identity-provider", id));
  }

  private static ProviderSetupView view(ProviderSetup setup) {
    return new ProviderSetupView(
        setup.id(), setup.title(), setup.isInUse(), setup.values(), setup.hasSecret());
  }
}
